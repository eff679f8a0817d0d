const TAG = /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g;

/** The first place at which a text is no well-formed XML; enough for what this product writes: no CDATA, no comments. */
export function faultIn(xml: string): string | undefined {
  const open: string[] = [];
  let at = 0;
  const text = xml.replace(/^<\?xml[^>]*\?>\s*/, '');
  for (const match of text.matchAll(TAG)) {
    const between = text.slice(at, match.index);
    if (/[<>]|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(between))
      return `stray character in "${between.slice(0, 60)}"`;
    const [whole, closing, name, , selfClosing] = match;
    at = match.index + whole.length;
    if (closing === '/') {
      if (open.pop() !== name) return `</${name}> closes nothing`;
    } else if (selfClosing !== '/') open.push(name!);
  }
  if (text.slice(at).trim() !== '') return `"${text.slice(at, at + 60)}" after the end`;
  return open.length === 0 ? undefined : `<${open.at(-1)}> is never closed`;
}
