import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/*
 * Makes the documents of `test/fixtures/documents` with LibreOffice and Chromium: `tsx test/make/documents.ts`.
 * They are kept, so that tests need neither.
 */

const run = promisify(execFile);
const target = new URL('../fixtures/documents/', import.meta.url).pathname;

const faults = [
  ['故障代码', '故障', '原因', '处置'],
  ['E-1024', '驱动器无响应', '通信电缆松动', '紧固电缆后复位驱动器'],
  ['E-2001', '油温过高', '冷却器堵塞', '清洗冷却器并检查风机'],
  ['E-3107', '压力不足', '溢流阀卡滞', '拆洗溢流阀，重新设定压力'],
];
const parameters = [
  ['参数', '符号', '最小值', '最大值', '单位'],
  ['工作压力', 'p', '12', '16', 'MPa'],
  ['油温', 'T', '35', '55', '°C'],
  ['主轴转速', 'n', '800', '3000', 'r/min'],
];
const steps = [
  '关闭主电源并挂牌上锁。',
  '泄放蓄能器压力至零。',
  '更换滤芯，拧紧力矩 25 N·m。',
  '恢复供电，空载运行 10 分钟。',
];

const cells = (row: readonly string[], tag: string) => row.map((cell) => `<${tag}>${cell}</${tag}>`).join('');
const table = (rows: readonly (readonly string[])[]) =>
  `<table border="1" cellspacing="0" cellpadding="4">${rows.map((row, i) => `<tr>${cells(row, i === 0 ? 'th' : 'td')}</tr>`).join('')}</table>`;

const manual = `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>液压站维护手册</title>
<style>body{font-family:'Noto Sans CJK SC',sans-serif;font-size:11pt}h2{page-break-before:auto}.new{page-break-before:always}</style></head><body>
<h1>液压站维护手册</h1>
<p>本手册适用于 3 号冲压线的液压站。工作介质为 46 号抗磨液压油，首次换油周期为 500 小时。</p>
<h2>安全须知</h2>
<p>维修前必须断电并泄压。蓄能器内的高压油在停机后仍然存在，未泄压时严禁拆卸任何管接头。</p>
<h2>故障代码</h2>${table(faults)}
<h2 class="new">技术参数</h2>${table(parameters)}
<h2>更换滤芯</h2><ol>${steps.map((step) => `<li>${step}</li>`).join('')}</ol>
<p>The filter element must be replaced when the differential pressure exceeds 0.35 MPa.</p>
</body></html>`;

const scan = (picture: string) =>
  `<!doctype html><html><body style="margin:0"><img style="width:100%" src="data:image/png;base64,${picture}"></body></html>`;

const slides = [
  ['三号线点检要点', ['每班检查油位与油温。', '发现 E-2001 报警时先清洗冷却器。']],
  ['轴承润滑', ['主轴轴承每 500 小时加注润滑脂 15 克。']],
] as const;
const frame = (style: 'title' | 'outline', y: number, lines: readonly string[]) =>
  `<draw:frame presentation:class="${style}" svg:x="2cm" svg:y="${y}cm" svg:width="20cm" svg:height="4cm"><draw:text-box>${lines.map((line) => `<text:p>${line}</text:p>`).join('')}</draw:text-box></draw:frame>`;
const presentation = `<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.presentation"><office:body><office:presentation>${slides.map(([title, lines], i) => `<draw:page draw:name="p${i + 1}">${frame('title', 1, [title])}${frame('outline', 6, lines)}</draw:page>`).join('')}</office:presentation></office:body></office:document>`;

const fmea = [
  ['工序', '失效模式', '后果', '严重度', '原因', '频度', '措施'],
  ['淬火', '硬度不足', '早期磨损', '8', '淬火温度偏低', '3', '校验热电偶'],
  ['磨削', '磨削烧伤', '疲劳剥落', '9', '砂轮钝化', '2', '缩短修整间隔'],
];

const folder = await mkdtemp(join(tmpdir(), 'zhuji-documents-'));
const at = (name: string) => join(folder, name);

const office = async (from: string, to: string, filter = to, ...options: string[]) =>
  run('soffice', [
    '--headless',
    ...options,
    `-env:UserInstallation=file://${at('profile')}`,
    '--convert-to',
    filter,
    '--outdir',
    folder,
    at(from),
  ]);
const chromium = (...options: string[]) =>
  run('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', ...options]);

await mkdir(target, { recursive: true });
await writeFile(at('manual.html'), manual);
await writeFile(at('fmea.csv'), `\uFEFF${fmea.map((row) => row.join(',')).join('\n')}\n`);
await writeFile(at('slides.fodp'), presentation);

await chromium(`--print-to-pdf=${at('manual-chromium.pdf')}`, `file://${at('manual.html')}`);
await office('manual.html', 'docx', 'docx:MS Word 2007 XML');
await office('manual.docx', 'pdf');
await copyFile(at('manual.pdf'), at('manual-office.pdf'));
const lock = {
  EncryptFile: { type: 'boolean', value: 'true' },
  DocumentOpenPassword: { type: 'string', value: 'secret' },
};
await office('manual.docx', 'pdf', `pdf:writer_pdf_Export:${JSON.stringify(lock)}`);
await copyFile(at('manual.pdf'), at('encrypted.pdf'));
await office('fmea.csv', 'xlsx', 'xlsx:Calc MS Excel 2007 XML', '--infilter=CSV:44,34,76,1');
await office('slides.fodp', 'pptx', 'pptx:Impress MS PowerPoint 2007 XML');
await chromium(`--screenshot=${at('scan.png')}`, '--window-size=600,300', `file://${at('manual.html')}`);
await writeFile(at('scan.html'), scan((await readFile(at('scan.png'))).toString('base64')));
await chromium(`--print-to-pdf=${at('scan.pdf')}`, `file://${at('scan.html')}`);

for (const name of [
  'manual.html',
  'manual.docx',
  'manual-chromium.pdf',
  'manual-office.pdf',
  'encrypted.pdf',
  'fmea.xlsx',
  'fmea.csv',
  'slides.pptx',
  'scan.pdf',
])
  await copyFile(at(name), join(target, name));
await rm(folder, { recursive: true, force: true });
