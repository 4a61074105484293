export { type CustomSource, customSourceSchema } from './document';
export { examples } from './examples';
export { parseCustomSource } from './parse';
export { maskedRequest } from './request';
export { customId, customProvider } from './provider';
export { explain } from './explain';
