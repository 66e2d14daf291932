/** How far a value with a status can be trusted. */
export type Trust = 'good' | 'uncertain' | 'bad';

export interface StatusMeaning {
  readonly trust: Trust;
  /** Name in its standard, or the class that its two highest bits tell. */
  readonly name: string;
}

/**
 * Status codes that data values carry. Source: OPC 10000-4 (7.38) and OPC 10000-8 (data access), without those of services, sessions
 * and security. Others are told by their two highest bits.
 */
const codes: readonly (readonly [code: number, name: string])[] = [
  [0x00000000, 'Good'],
  [0x002f0000, 'GoodOverload'],
  [0x00300000, 'GoodClamped'],
  [0x00960000, 'GoodLocalOverride'],
  [0x00a20000, 'GoodEntryInserted'],
  [0x00a30000, 'GoodEntryReplaced'],
  [0x00a50000, 'GoodNoData'],
  [0x00a60000, 'GoodMoreData'],
  [0x00dc0000, 'GoodEdited'],
  [0x00eb0000, 'GoodSubNormal'],
  [0x40000000, 'Uncertain'],
  [0x408f0000, 'UncertainNoCommunicationLastUsableValue'],
  [0x40900000, 'UncertainLastUsableValue'],
  [0x40910000, 'UncertainSubstituteValue'],
  [0x40920000, 'UncertainInitialValue'],
  [0x40930000, 'UncertainSensorNotAccurate'],
  [0x40940000, 'UncertainEngineeringUnitsExceeded'],
  [0x40950000, 'UncertainSubNormal'],
  [0x40a40000, 'UncertainDataSubNormal'],
  [0x40de0000, 'UncertainDominantValueChanged'],
  [0x40e20000, 'UncertainDependentValueChanged'],
  [0x40f20000, 'UncertainOverRange'],
  [0x40f30000, 'UncertainUnderRange'],
  [0x42080000, 'UncertainTransducerInManual'],
  [0x42090000, 'UncertainSimulatedValue'],
  [0x420a0000, 'UncertainSensorCalibration'],
  [0x420f0000, 'UncertainConfigurationError'],
  [0x80000000, 'Bad'],
  [0x80020000, 'BadInternalError'],
  [0x80050000, 'BadCommunicationError'],
  [0x800a0000, 'BadTimeout'],
  [0x800c0000, 'BadShutdown'],
  [0x800d0000, 'BadServerNotConnected'],
  [0x80310000, 'BadNoCommunication'],
  [0x80320000, 'BadWaitingForInitialData'],
  [0x80340000, 'BadNodeIdUnknown'],
  [0x803a0000, 'BadNotReadable'],
  [0x803c0000, 'BadOutOfRange'],
  [0x803d0000, 'BadNotSupported'],
  [0x80890000, 'BadConfigurationError'],
  [0x808a0000, 'BadNotConnected'],
  [0x808b0000, 'BadDeviceFailure'],
  [0x808c0000, 'BadSensorFailure'],
  [0x808d0000, 'BadOutOfService'],
  [0x809b0000, 'BadNoData'],
  [0x809d0000, 'BadDataLost'],
  [0x809e0000, 'BadDataUnavailable'],
  [0x80e10000, 'BadDominantValueChanged'],
  [0x80e30000, 'BadDependentValueChanged'],
  [0x80f00000, 'BadNoValue'],
];

/** Status signals of NAMUR NE 107 as letters, with what they say of the value. */
const signals: Readonly<Record<string, StatusMeaning>> = {
  F: { trust: 'bad', name: 'NE107 failure' },
  C: { trust: 'bad', name: 'NE107 function check' },
  S: { trust: 'uncertain', name: 'NE107 out of specification' },
  M: { trust: 'good', name: 'NE107 maintenance required' },
};

const names = new Map(codes);
const known = new Map(codes.map(([, name]) => [name.toLowerCase(), name]));

const classes: readonly StatusMeaning[] = [
  { trust: 'good', name: 'Good' },
  { trust: 'uncertain', name: 'Uncertain' },
  { trust: 'bad', name: 'Bad' },
];

/** A bad code is negative where a program keeps it in a signed integer. */
function ofNumber(code: number): StatusMeaning | null {
  if (!Number.isInteger(code) || code < -(2 ** 31) || code > 0xffffffff) return null;
  // The two highest bits are the severity; 11 is reserved. The lower 16 are flags, and name nothing.
  const severity = classes[code >>> 30];
  if (!severity) return null;
  const name = names.get((code & 0xffff0000) >>> 0);
  return {
    trust: severity.trust,
    name: name ?? `${severity.name} 0x${(code >>> 0).toString(16).padStart(8, '0').toUpperCase()}`,
  };
}

/** A name of OPC UA, known or not, must begin with its severity and go on with a capital or nothing. */
const named = /^(Good|Uncertain|Bad)(?:[_ ]?[A-Z]\w*)?$/;

/** What one status says; `null` for what is neither a status code, nor the name of one, nor a letter of NE 107. */
export function statusMeaning(status: string | number): StatusMeaning | null {
  if (typeof status === 'number') return ofNumber(status);
  const text = status.trim();
  if (/^0x[0-9a-f]{1,8}$/i.test(text)) return ofNumber(Number.parseInt(text.slice(2), 16));
  if (/^-?\d+$/.test(text)) return ofNumber(Number(text));
  const letter = signals[text];
  if (letter) return letter;
  const standard = known.get(text.toLowerCase());
  const severity = named.exec(standard ?? text)?.[1];
  const found = classes.find(({ name }) => name === severity);
  return found ? { trust: found.trust, name: standard ?? text } : null;
}

/** Meanings of all statuses of a field; `null` unless they are statuses, but for a few: small numbers may be states of a machine. */
export function statusMeanings(
  statuses: readonly (string | number)[],
): ReadonlyMap<string | number, StatusMeaning> | null {
  const found = statuses.map((status) => [status, statusMeaning(status)] as const);
  const meant = found.flatMap(([status, meaning]) => (meaning ? [[status, meaning] as const] : []));
  if (meant.length * 2 < found.length || meant.length === 0) return null;
  const numbers = statuses
    .filter((status) => typeof status === 'number' || /^-?\d+$/.test(status))
    .map(Number);
  // Good is 0 and the flags of data values begin at 2^10: 1, 2, 3 are states that somebody numbered.
  if (numbers.some((number) => number !== 0 && Math.abs(number) < 0x400)) return null;
  return new Map(meant);
}
