/** Words for what only a bug of ours brings about: `what` could not be done. */
export const ourFault = (what: string): string => `${what}: an error in Sightline. Please report it.`;
