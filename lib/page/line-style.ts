/**
 * The lines under indicators: wavy malicious, double suspicious, dashed unknown, solid benign, dotted without a level.
 * Literal colours: the page has none of our tokens, and each holds 3:1 on white and on dark consoles alike. The colour
 * of the text is never touched. Important, and last in the document's list of sheets: the page's own rules for these names lose.
 * On the screen alone: what is printed reads as the console wrote it.
 */
export const lineCss = `
@media screen {
::highlight(sl-mal) { text-decoration: underline wavy #c9404e 1.25px !important; background-color: rgb(213 60 78 / 0.16) !important; }
::highlight(sl-sus) { text-decoration: underline double #bf8000 1.25px !important; background-color: rgb(214 140 20 / 0.14) !important; }
::highlight(sl-unk) { text-decoration: underline dashed #5f72a0 1.25px !important; }
::highlight(sl-ben) { text-decoration: underline solid #4a9d92 1px !important; }
::highlight(sl-none) { text-decoration: underline dotted #868a95 1.25px !important; }
::highlight(sl-open) { background-color: rgb(127 125 238 / 0.28) !important; }
}
`;
