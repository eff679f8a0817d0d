/** Servers like to quote whole transcripts; the timeline needs one line. */
const longestDetail = 300;
const removed = '[address]';
const anyAddress = /[^\s@<>()[\],;:\\"]+@[^\s@<>()[\],;:\\"]+/g;

/** Makes text that came from a server fit to be recorded: no secret, no e-mail address, one short line. */
export type Redact = (text: string, recipient: string) => string;

export function createRedact(secrets: string[]): Redact {
  // Longest first: a secret may contain another one.
  const patterns = secrets
    .filter((secret) => secret !== '')
    .sort((a, b) => b.length - a.length)
    .map((secret) => new RegExp(literal(secret), 'giu'));
  return (text, recipient) => {
    // Secrets before addresses: a password with an @ in it would otherwise lose only its middle.
    const withoutSecrets = patterns.reduce((rest, pattern) => rest.replace(pattern, '[secret]'), text);
    return oneLine(withoutAddress(withoutSecrets, recipient));
  };
}

/** Every form in which an SMTP dialogue carries the password. */
export function formsOfPassword(user: string, password: string): string[] {
  if (password === '') return [];
  const base64 = (value: string) => Buffer.from(value, 'utf8').toString('base64');
  return [password, encodeURIComponent(password), base64(password), base64(`\0${user}\0${password}`)];
}

function withoutAddress(text: string, recipient: string): string {
  const rest = text.replace(anyAddress, removed);
  // "User zhang.wei unknown" names the person as well. Shorter ones would hit ordinary words.
  const localPart = recipient.slice(0, recipient.lastIndexOf('@'));
  // Looked for first: compiling a pattern for each mail took longer than sending it.
  if (localPart.length < 3 || !rest.toLowerCase().includes(localPart.toLowerCase())) return rest;
  return rest.replace(new RegExp(`(?<![\\p{L}\\p{N}])${literal(localPart)}(?![\\p{L}\\p{N}])`, 'giu'), removed);
}

function oneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return line.length > longestDetail ? `${line.slice(0, longestDetail)}…` : line;
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
