/** A value of Thrift's compact protocol; a structure is a map by field number. */
export type ThriftValue = boolean | number | Uint8Array | readonly ThriftValue[] | ThriftStruct;
export type ThriftStruct = ReadonlyMap<number, ThriftValue>;

const deepest = 32;

/**
 * Reads one structure of Thrift's compact protocol, as Parquet's footers and page headers are written.
 * https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md
 * Throws RangeError where the bytes end early or are no such structure.
 */
export function readStruct(bytes: Uint8Array, start = 0): { value: ThriftStruct; end: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = start;

  const byte = (): number => {
    const value = bytes[at];
    if (value === undefined) throw new RangeError('The structure is cut off.');
    at += 1;
    return value;
  };
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const next = byte();
      value |= BigInt(next & 0x7f) << shift;
      if (next < 0x80) return value;
    }
    throw new RangeError('A number is too long.');
  };
  const zigzag = (): number => {
    const value = varint();
    return Number((value >> 1n) ^ -(value & 1n));
  };
  const block = (length: number): Uint8Array => {
    if (at + length > bytes.length) throw new RangeError('The structure is cut off.');
    at += length;
    return bytes.subarray(at - length, at);
  };
  const element = (type: number, depth: number): ThriftValue =>
    type === 1 || type === 2 ? byte() === 1 : read(type, depth);

  const read = (type: number, depth: number): ThriftValue => {
    if (depth > deepest) throw new RangeError('The structure is too deep.');
    switch (type) {
      case 1:
      case 2:
        return type === 1;
      case 3:
        return (byte() << 24) >> 24;
      case 4:
      case 5:
      case 6:
        return zigzag();
      case 7: {
        block(8);
        return view.getFloat64(at - 8, true);
      }
      case 8:
        return block(Number(varint()));
      case 9:
      case 10: {
        const head = byte();
        const size = head >> 4 === 15 ? Number(varint()) : head >> 4;
        if (size > bytes.length) throw new RangeError('A list is too long.');
        return Array.from({ length: size }, () => element(head & 15, depth + 1));
      }
      case 12:
        return struct(depth + 1);
      default:
        throw new RangeError(`There is no type ${type}.`);
    }
  };
  const struct = (depth: number): ThriftStruct => {
    const fields = new Map<number, ThriftValue>();
    let id = 0;
    for (;;) {
      const head = byte();
      if (head === 0) return fields;
      id = head >> 4 === 0 ? zigzag() : id + (head >> 4);
      fields.set(id, read(head & 15, depth));
    }
  };
  const value = struct(0);
  return { value, end: at };
}
