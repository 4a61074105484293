import { tables } from './page-tables';

// `npm run bench:page -- [tables] [--rounds=N] [--no-spans] [ROWS...]`
const words = process.argv.slice(2);
const numbers = words.map(Number).filter(Number.isInteger);
const option = (name: string, otherwise: number): number =>
  Number(words.find((word) => word.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise);

await tables(
  numbers.length > 0 ? numbers : [1_000, 5_000, 20_000],
  option('rounds', 3),
  !words.includes('--no-spans'),
);
