import type { Place } from './places';

/** A page that can run a function: pixels are compared in a browser, which reads pictures anyway. */
interface Runs {
  evaluate<T, A>(run: (argument: A) => Promise<T>, argument: A): Promise<T>;
}

/** What two pictures of one page tell: the places that look the same in both, and pixels that changed elsewhere. */
export interface Painted {
  readonly bare: readonly Place[];
  readonly elsewhere: number;
}

/** Compares two PNG pictures, in base64, of the same page with and without lines. */
export const painted = (
  page: unknown,
  pictures: readonly [string, string],
  places: readonly Place[],
): Promise<Painted> => (page as Runs).evaluate(compare, { pictures, places });

/** Runs in the page. A line hangs some pixels below its text, and a wavy one leans over its ends. */
async function compare({
  pictures,
  places,
}: {
  readonly pictures: readonly [string, string];
  readonly places: readonly Place[];
}): Promise<Painted> {
  const [below, beside] = [6, 3];
  const pixels = async (base64: string) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('No canvas.');
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height);
  };
  const [one, other] = [await pixels(pictures[0]), await pixels(pictures[1])];
  const changed = new Set<Place>();
  let elsewhere = 0;
  for (let at = 0; at < one.data.length; at += 4) {
    if ([0, 1, 2].every((part) => one.data[at + part] === other.data[at + part])) continue;
    const [x, y] = [(at / 4) % one.width, Math.floor(at / 4 / one.width)];
    const within = places.filter(
      ({ left, top, right, bottom }) =>
        x >= left - beside && x <= right + beside && y >= top - beside && y <= bottom + below,
    );
    if (within.length === 0) elsewhere += 1;
    for (const place of within) changed.add(place);
  }
  return { bare: places.filter((place) => !changed.has(place)), elsewhere };
}
