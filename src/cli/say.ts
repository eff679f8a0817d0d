import type { Lang } from '../domain/lang.js';
import type { World } from './world.js';

/** A text of the command line in both languages; what concerns incidents comes from the API in words. */
export type Say = (en: string, zh: string) => string;

export function sayIn(lang: Lang): Say {
  return (en, zh) => (lang === 'zh-CN' ? zh : en);
}

/** Read before anything else is parsed, because help and usage errors speak it too. */
export function langFrom(argv: readonly string[], env: World['env']): Lang {
  const wanted = optionIn(argv, '--lang') || env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return wanted.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

function optionIn(argv: readonly string[], name: string): string | undefined {
  const at = argv.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  const found = argv[at];
  return found === name ? argv[at + 1] : found?.slice(name.length + 1);
}
