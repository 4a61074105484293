/** The icon of a button that closes, as in `icons.tsx`: for what is drawn without components. */
export const closePath = 'M5.5 5.5l13 13M18.5 5.5l-13 13';
