/** Brackets open at once. A plan needs some ten; the parser is recursive, and some ten thousand end the whole process. */
const MOST_BRACKETS = 100;
/** List markers on one line, such as `- - -`. */
const MARKERS = /^[ \t]*(?:[-?][ \t]+){20}/m;

/** Where a text nests deeper than any plan does; it must not reach the parser then. */
export function nestedTooDeep(source: string): number | undefined {
  let open = 0;
  for (let i = 0; i < source.length; i++) {
    const char = source[i];
    if (char === '[' || char === '{') open += 1;
    if (char === ']' || char === '}') open = Math.max(0, open - 1);
    if (open > MOST_BRACKETS) return i;
  }
  return MARKERS.exec(source)?.index;
}
