import { feeds } from './page-feed';
import { reacts } from './page-react';
import { tables } from './page-tables';

// `npm run bench:page`: tables. `npm run bench:page -- [--rounds=N] [--no-spans] [ROWS...]`
// `npm run bench:page -- feed [--seconds=N] [ROWS...]`: a live log that keeps so many rows, 0 for all.
// `npm run bench:page -- react [--seconds=N] [--seed=N]`
const words = process.argv.slice(2);
const numbers = words.map(Number).filter(Number.isInteger);
const option = (name: string, otherwise: number): number =>
  Number(words.find((word) => word.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise);

if (words.includes('feed')) await feeds(option('seconds', 60), numbers.length > 0 ? numbers : [1_000, 0]);
else if (words.includes('react')) await reacts(option('seconds', 60), option('seed', Date.now() % 100_000));
else {
  const sizes = numbers.length > 0 ? numbers : [1_000, 5_000, 20_000];
  await tables(sizes, option('rounds', 3), !words.includes('--no-spans'));
}
