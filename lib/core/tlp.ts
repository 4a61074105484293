/** Traffic Light Protocol 2.0 (FIRST, 2022), from freely shared to never shared. */
export const tlps = ['clear', 'green', 'amber', 'amber+strict', 'red'] as const;

export type Tlp = (typeof tlps)[number];

/** May something marked `mark` be shown to somebody who may see up to `ceiling`? */
export const mayShow = (mark: Tlp, ceiling: Tlp): boolean => tlps.indexOf(mark) <= tlps.indexOf(ceiling);
