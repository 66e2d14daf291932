/** UCUM code, then the symbols that mean it; `-` where UCUM has none. Symbols are compared after NFKC, case counts. */
const table = `
K | K 开尔文
Cel | °C ºC ˚C oC degC deg.C deg_C C° 摄氏度 度C
[degF] | °F ºF degF 华氏度
[degR] | °R degR
m | m 米
dm | dm 分米
cm | cm 厘米
mm | mm 毫米
um | um µm μm 微米 micron
nm | nm 纳米
km | km 千米 公里
[in_i] | in inch 英寸
[ft_i] | ft 英尺
m2 | m2 m² m^2 平方米
cm2 | cm2 cm² cm^2 平方厘米
mm2 | mm2 mm² mm^2 平方毫米
m3 | m3 m³ m^3 立方米
cm3 | cm3 cm³ cm^3 立方厘米
mm3 | mm3 mm³ mm^3 立方毫米
L | L l 升
mL | mL ml 毫升
s | s sec second seconds 秒
ms | ms msec 毫秒
us | us µs μs 微秒
min | min mins minute minutes 分钟 分
h | h hr hrs hour hours 小时 时
d | d day days 天 日
a | year years 年
kg | kg 千克 公斤
g | g 克
mg | mg 毫克
t | t ton tonne tonnes 吨
t{CO2} | tCO2
[lb_av] | lb lbs 磅
N | N 牛 牛顿
kN | kN 千牛
MN | MN
N.m | Nm N·m N.m N*m N-m N⋅m 牛米 牛·米
kN.m | kNm kN·m kN.m
N/m | N/m
N/mm | N/mm
Pa | Pa 帕 帕斯卡
kPa | kPa 千帕
MPa | MPa 兆帕
GPa | GPa 吉帕
hPa | hPa 百帕
bar | bar 巴
mbar | mbar 毫巴
[psi] | psi psia psig
mm[Hg] | mmHg
J | J 焦耳
kJ | kJ 千焦
MJ | MJ
W | W 瓦 瓦特
kW | kW 千瓦
MW | MW 兆瓦
W.h | Wh
kW.h | kWh kW·h kW.h 千瓦时 度电
MW.h | MWh
V.A | VA
kV.A | kVA 千伏安
- | var kvar kVar kVAr kvarh kVarh kVArh Mvar
V | V 伏 伏特
mV | mV 毫伏
kV | kV 千伏
A | A 安 安培
mA | mA 毫安
kA | kA 千安
Ohm | Ohm ohm Ω Ω 欧 欧姆
Hz | Hz 赫兹 赫
kHz | kHz 千赫
MHz | MHz
{rev}/min | rpm RPM r/min rev/min 转/分 转/分钟 转每分 转每分钟
{rev}/s | rps r/s rev/s 转/秒
rad/s | rad/s
rad | rad 弧度
deg | deg ° 角度
deg/s | deg/s °/s
m/s | m/s 米/秒 米每秒
mm/s | mm/s 毫米/秒 毫米每秒
m/min | m/min 米/分 米/分钟
mm/min | mm/min 毫米/分 毫米/分钟
km/h | km/h kph 公里/小时
m/s2 | m/s2 m/s² m/s^2 米/秒² 米/秒2
[g] | gn
um/s | um/s µm/s
L/min | L/min l/min lpm 升/分 升/分钟
L/h | L/h l/h
m3/h | m3/h m³/h m^3/h 立方米/小时
m3/s | m3/s m³/s
kg/h | kg/h 千克/小时
kg/s | kg/s
t/h | t/h 吨/小时
[lb_av]/s | lbm/s
kg/m3 | kg/m3 kg/m³ kg/m^3
g/cm3 | g/cm3 g/cm³
mg/L | mg/L
mg/m3 | mg/m3 mg/m³
g/L | g/L
mol/L | mol/L
Pa.s | Pa·s Pa.s
mPa.s | mPa·s mPa.s cP
mm2/s | mm2/s mm²/s cSt
K/min | K/min
Cel/min | °C/min ºC/min
Cel/s | °C/s ºC/s
W/m2 | W/m2 W/m²
W/(m.K) | W/mK W/(m·K) W/(m.K)
J/kg | J/kg
kJ/kg | kJ/kg
[pH] | pH
lx | lx lux 勒克斯
lm | lm 流明
cd | cd
dB | dB 分贝
dB[SPL] | dBA dB(A)
% | % pct percent wt% wt.% %wt at% at.% vol% %vol mass% 百分比
[ppth] | ‰
[ppm] | ppm
[ppb] | ppb
uS/cm | uS/cm µS/cm μS/cm
mS/cm | mS/cm
T | T 特斯拉
mT | mT
- | HRC HRA HRB HV HB HBW HBS HV10 HV0.1 HV1 HV30 HK
- | Ra Rz
`;

const symbols = new Map<string, string | null>();
for (const line of table.trim().split('\n')) {
  const [code = '', names = ''] = line.split(' | ');
  for (const name of names.split(' ')) {
    if (name && name !== '-' && name !== '–') symbols.set(name.normalize('NFKC'), code === '-' ? null : code);
  }
}

/** UCUM code of a symbol as manufacturers write it; `null` where it is a unit that UCUM lacks, `undefined` where it is none. */
export function ucumCode(symbol: string): string | null | undefined {
  const plain = symbol.normalize('NFKC').trim();
  return symbols.get(plain) ?? (symbols.has(plain) ? null : symbols.get(plain.replace(/\s+/g, '')));
}
