/**
 * A pure function of two immutable objects, and a word where it needs one, that is worked out once for each pair and kept as long as both live. What is asked for
 * again for each of 500 amendments then costs a look-up.
 */
export function rememberedByPair<A extends object, B extends object, K extends readonly [] | readonly [string], T>(
  derive: (a: A, b: B, ...key: K) => T,
): (a: A, b: B, ...key: K) => T {
  const known = new WeakMap<A, WeakMap<B, Map<string, { readonly value: T }>>>();
  return (a, b, ...key) => {
    const ofA = known.get(a) ?? new WeakMap<B, Map<string, { readonly value: T }>>();
    known.set(a, ofA);
    const ofBoth = ofA.get(b) ?? new Map<string, { readonly value: T }>();
    ofA.set(b, ofBoth);
    const [word = ''] = key;
    const found = ofBoth.get(word) ?? { value: derive(a, b, ...key) };
    ofBoth.set(word, found);
    return found.value;
  };
}
