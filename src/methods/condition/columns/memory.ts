/** An array of at least `count` numbers, the same one as long as it is large enough; all of them `value` at first. */
export function numbers(value = 0): (count: number) => Float64Array {
  let array = new Float64Array(0);
  return (count) => {
    if (array.length < count) array = new Float64Array(count).fill(value);
    return array;
  };
}

/** As {@link numbers}, of codes. */
export function codes(): (count: number) => Uint8Array {
  let array = new Uint8Array(0);
  return (count) => {
    if (array.length < count) array = new Uint8Array(count);
    return array;
  };
}
