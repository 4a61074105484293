/** The look of the lab's log search. */
export const siemStyle = `
* { box-sizing: border-box; }
body { margin: 0; font: 13px/1.5 system-ui, "Noto Sans", sans-serif; color: #20262d; background: #fff; }
header { display: flex; gap: 24px; align-items: center; background: #24303f; color: #fff; padding: 10px 16px; }
nav { display: flex; gap: 16px; } nav a { color: #aeb9c6; } nav .on { color: #fff; } .who { margin-left: auto; color: #d5dce4; }
.query { display: flex; gap: 8px; padding: 12px 16px 0; }
.query input { flex: 1; min-width: 0; font: 12px/1.4 ui-monospace, "DejaVu Sans Mono", monospace; padding: 7px 10px; border: 1px solid #b9c2cc; border-radius: 3px; }
.query span { border: 1px solid #b9c2cc; border-radius: 3px; padding: 6px 10px; }
.query button { background: #2a69b1; color: #fff; border: 0; border-radius: 3px; padding: 6px 18px; font: inherit; }
.meta { margin: 8px 16px; color: #57616d; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font: 12px/1.5 ui-monospace, "DejaVu Sans Mono", monospace; }
th { font-family: system-ui, "Noto Sans", sans-serif; text-align: start; background: #f4f6f9; }
th, td { padding: 4px 10px; border-bottom: 1px solid #e2e6eb; white-space: nowrap; } .n { text-align: end; }
mark { background: #fff0a8; color: inherit; }
.detail { display: grid; grid-template-columns: 1fr 1fr; gap: 24px; padding: 8px 16px 24px; }
.detail > div { min-width: 0; } h2 { font-size: 13px; margin: 12px 0 6px; }
pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font: 12px/1.7 ui-monospace, "DejaVu Sans Mono", monospace; background: #f7f8fa; border: 1px solid #e2e6eb; border-radius: 3px; padding: 10px; }
ul { margin: 0; padding-left: 18px; } li { overflow-wrap: anywhere; margin-bottom: 4px; }
.editor { border: 1px solid #b9c2cc; border-radius: 3px; padding: 8px 10px; margin-top: 8px; color: #57616d; }`;
