import { palette } from './palette.ts';

function variables(colours: Readonly<Record<string, string>>): string {
  return Object.entries(colours)
    .map(([name, value]) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value}`)
    .join(';');
}

/** The one style sheet of all pages; no fonts or pictures are fetched. */
export const style = `
:root{color-scheme:light dark;${variables(palette.light)}}
@media (prefers-color-scheme:dark){:root{${variables(palette.dark)}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--text);font:15px/1.55 system-ui,-apple-system,"Segoe UI","Helvetica Neue",Arial,"Noto Sans","PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif;font-variant-numeric:tabular-nums}
:lang(zh){line-height:1.7}
header,main,footer{max-width:1040px;margin:0 auto;padding:0 24px}
header{padding-top:32px}
main{padding-bottom:32px}
footer{color:var(--muted);font-size:13px;padding-top:12px;padding-bottom:32px}
h1{font-size:26px;line-height:1.25;margin:0;font-weight:650;letter-spacing:-.01em;text-wrap:balance}
:lang(zh) h1{letter-spacing:0}
h2{font-size:18px;line-height:1.35;margin:36px 0 10px;padding-top:12px;border-top:2px solid var(--text);font-weight:650}
h3{font-size:15px;margin:22px 0 8px;font-weight:650}
h4{font-size:14px;margin:20px 0 4px;font-weight:650}
h3 code{font-size:14px}
h2,h3,h4{break-after:avoid}
p{margin:8px 0;max-width:78ch}
ul{margin:8px 0;padding-left:22px;max-width:78ch}
li{margin:3px 0}
a{color:var(--accent)}
code{font:13px/1.4 ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono","Noto Sans Mono CJK SC",monospace;background:var(--panel);padding:1px 4px;border-radius:3px;overflow-wrap:anywhere}
pre{background:var(--panel);border:1px solid var(--rule);padding:10px 12px;overflow-x:auto;margin:8px 0}
pre code{padding:0;background:none}
.subtitle{color:var(--muted);margin:6px 0 0}
.muted{color:var(--muted)}
.scroll{overflow-x:auto;margin:10px 0}
table{border-collapse:collapse;width:100%;font-size:14px}
caption{text-align:left;color:var(--muted);padding:0 0 6px;font-size:13px}
th,td{padding:5px 18px 5px 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule)}
th:last-child,td:last-child{padding-right:0}
th{font-weight:600;color:var(--muted);font-size:13px;white-space:nowrap;border-bottom-color:var(--muted);vertical-align:bottom}
td.number,th.number{text-align:right;white-space:nowrap}
tr{break-inside:avoid}
thead{display:table-header-group}
.badge{display:inline-block;font-size:12.5px;line-height:1.5;font-weight:600;padding:0 7px;border-radius:3px;white-space:nowrap;border:1px solid transparent;color:var(--muted);background:var(--panel);border-color:var(--rule)}
.badge.good{color:var(--good);background:var(--good-tint);border-color:var(--good)}
.badge.warning{color:var(--warning);background:var(--warning-tint);border-color:var(--warning)}
.badge.bad{color:var(--bad);background:var(--bad-tint);border-color:var(--bad)}
.badge.info{color:var(--accent);background:var(--accent-tint);border-color:var(--accent)}
.note{border-left:3px solid var(--rule);padding:6px 14px;margin:12px 0;background:var(--panel)}
.note.good{border-color:var(--good)}.note.warning{border-color:var(--warning)}.note.bad{border-color:var(--bad)}.note.info{border-color:var(--accent)}
.note>:first-child{margin-top:0}.note>:last-child{margin-bottom:0}
details{margin:12px 0;border-top:1px solid var(--rule)}
summary{cursor:pointer;padding:7px 0;font-weight:600;font-size:14px;color:var(--accent)}
dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(220px,1fr));gap:10px 24px;margin:14px 0}
dl>div{border-top:1px solid var(--rule);padding-top:5px;min-width:0}
dt{color:var(--muted);font-size:13px}
dd{margin:0;overflow-wrap:anywhere}
.figure{margin:14px 0;break-inside:avoid}
.figure figcaption{font-weight:600;font-size:14px;margin-bottom:4px}
.figure .scroll{margin:0}
svg{display:block;max-width:100%;height:auto;font-size:13px}
svg text{fill:var(--text)}svg .muted{fill:var(--muted)}
svg .grid{stroke:var(--rule);stroke-width:1}svg .axis{stroke:var(--muted);stroke-width:1}
svg .bar{fill:var(--mark)}svg .line{stroke:var(--accent);stroke-width:2}svg .dot{fill:var(--accent)}
svg .good{fill:var(--good)}svg .warning{fill:var(--warning)}svg .bad{fill:var(--bad)}svg .neutral{fill:var(--muted)}
svg .line.good{stroke:var(--good)}svg .line.warning{stroke:var(--warning)}svg .line.bad{stroke:var(--bad)}svg .line.neutral{stroke:var(--muted)}
svg .cell{fill:var(--bad);shape-rendering:crispEdges}svg .cell.mark{fill:var(--accent)}svg .frame{fill:var(--panel);stroke:var(--rule)}
svg .level{fill:none;stroke:var(--accent);stroke-width:1.6;stroke-linejoin:round;vector-effect:non-scaling-stroke}
svg .stretch{fill:var(--muted);fill-opacity:.22}svg .stretch.bad{fill:var(--bad)}svg .stretch.warning{fill:var(--warning)}svg .stretch.info{fill:var(--accent)}
.multiples{display:grid;grid-template-columns:repeat(auto-fill,minmax(240px,1fr));gap:18px 28px;margin:12px 0}
.multiples.wide{grid-template-columns:repeat(auto-fill,minmax(min(420px,100%),1fr))}
.small{margin:0;min-width:0;break-inside:avoid}.small figcaption{display:flex;gap:8px;align-items:baseline;font-size:13px;margin-bottom:2px;min-width:0}
.small figcaption>code{display:flex;min-width:0;flex:0 1 auto;white-space:pre}.small figcaption>code>span:first-child{overflow:hidden;text-overflow:ellipsis}.small figcaption>.muted{flex:none;font-size:12.5px}
.small svg{width:100%;font-size:12px}
.verdict{font-size:17px}.verdict .badge{font-size:15px;padding:1px 10px}
.gates{list-style:none;padding:0;margin:12px 0;max-width:none;display:grid;grid-template-columns:repeat(auto-fill,minmax(230px,1fr));gap:10px}
.gate{margin:0;border:1px solid var(--rule);border-top:4px solid var(--muted);padding:8px 12px 10px;min-width:0;break-inside:avoid}
.gate.good{border-top-color:var(--good)}.gate.bad{border-color:var(--bad);border-top-color:var(--bad);background:var(--bad-tint)}
.gate strong{display:block;font-size:14px}.gate p{margin:5px 0 0;font-size:13.5px;overflow-wrap:anywhere}.gate.bad p .muted,.gate.bad .muted{color:var(--text)}
.finding{border-top:1px solid var(--rule);padding:10px 0 12px;break-inside:avoid}.finding:last-child{border-bottom:1px solid var(--rule)}
.finding>.head{display:flex;flex-wrap:wrap;gap:4px 12px;align-items:baseline;font-size:13.5px}
.finding p{margin:5px 0;max-width:100ch}.finding pre{margin:5px 0}.finding details{margin:6px 0 0;border:0}.finding summary{padding:2px 0;font-weight:400}
.finding .repair{border-left:3px solid var(--accent);padding-left:12px;margin:8px 0}
.columns{columns:2 380px;column-gap:40px}.columns>section>h3{margin-top:0;padding-top:10px}.columns li{break-inside:avoid}
.aside{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(380px,100%),1fr));gap:0 40px}
td.wrap,th.wrap{white-space:normal}td{overflow-wrap:anywhere}td:first-child{min-width:7em}
@media (max-width:600px){td.text+td.text{min-width:10em}header,main,footer{padding-left:16px;padding-right:16px}.figure svg{min-width:560px;max-width:none}.multiples,.multiples.wide{grid-template-columns:1fr}}
@media print{:root{color-scheme:light;${variables(palette.light)}}body{font-size:10.5pt}header,main,footer{max-width:none;padding-left:0;padding-right:0}details::details-content{content-visibility:visible;display:block}.scroll{overflow:visible}pre{white-space:pre-wrap;overflow-wrap:anywhere}th{white-space:normal}.multiples{grid-template-columns:repeat(3,1fr)}.multiples.wide{grid-template-columns:repeat(2,1fr)}.badge,.note,svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}@page{margin:16mm 14mm}}
`;
