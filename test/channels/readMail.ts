export interface ReadMail {
  /** Without angle brackets. */
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  header(name: string): string | undefined;
}

/** Reads a UTF-8 mail (bytes as characters) part by part and only on demand: a full parser is too slow for a load test. */
export function readMail(raw: string): ReadMail {
  return new LazyMail(raw);
}

class LazyMail implements ReadMail {
  constructor(readonly raw: string) {}
  get messageId(): string {
    return (this.header('message-id') ?? '').replace(/^<|>$/g, '');
  }
  get subject(): string {
    return decodeWords(this.header('subject') ?? '');
  }
  get text(): string {
    return partOf(this.raw, 'text/plain') ?? '';
  }
  get html(): string {
    return partOf(this.raw, 'text/html') ?? '';
  }
  header(name: string): string | undefined {
    return headerOf(this.raw, name);
  }
}

function headerOf(entity: string, name: string): string | undefined {
  const head = entity.slice(0, entity.indexOf('\r\n\r\n') + 2);
  return new RegExp(`^${name}:[ \\t]*((?:.|\\r\\n[ \\t])*)\\r\\n`, 'im').exec(head)?.[1]?.replace(/\r\n[ \t]+/g, ' ');
}

function partOf(entity: string, type: string): string | undefined {
  const contentType = headerOf(entity, 'content-type') ?? 'text/plain';
  const body = entity.slice(entity.indexOf('\r\n\r\n') + 4);
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary !== undefined) {
    const parts = `\r\n${body}`.split(`\r\n--${boundary}`).slice(1, -1);
    return parts.map((part) => partOf(part.replace(/^\r\n/, ''), type)).find((found) => found !== undefined);
  }
  return contentType.toLowerCase().startsWith(type)
    ? decodeBody(body, headerOf(entity, 'content-transfer-encoding') ?? '7bit')
    : undefined;
}

function decodeBody(body: string, encoding: string): string {
  switch (encoding.toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64').toString('utf8');
    case 'quoted-printable':
      return utf8(unquote(body.replace(/=[ \t]*\r\n/g, '')));
    default:
      return utf8(body);
  }
}

function decodeWords(value: string): string {
  return value
    .replace(/(=\?[^?]+\?[BQ]\?[^?]*\?=)\s+(?==\?)/gi, '$1')
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_word, encoding: string, data: string) =>
      encoding.toUpperCase() === 'B'
        ? Buffer.from(data, 'base64').toString('utf8')
        : utf8(unquote(data.replaceAll('_', ' '))),
    );
}

function unquote(text: string): string {
  return text.replace(/=([0-9A-F]{2})/gi, (_escape, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

function utf8(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
