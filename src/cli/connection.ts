import { CliFailure } from './failure.js';
import { EXIT } from './exitCodes.js';
import { dataFolder, localAddress, tokenInFolder, tokenNames } from './localInstance.js';
import type { Say } from './say.js';
import type { World } from './world.js';

export interface ConnectionOptions {
  url?: string;
  token?: string;
  as?: string;
}

export interface Connection {
  /** Without a slash at the end. */
  url: string;
  token: string | undefined;
}

/** Who has to be named: nobody, somebody, or somebody other than the operator. */
export type Who = 'anybody' | 'named' | 'person';

/**
 * Where to, and as whom. Reading, and a drill that the simulator plays, fall back to the operator token of this machine; what
 * somebody answers for never does, so that nobody decides by accident as somebody else.
 */
export function connectionFrom(options: ConnectionOptions, who: Who, world: World, say: Say): Connection {
  const folder = dataFolder(world);
  const local = localAddress(folder);
  const url = (options.url ?? (world.env['MUSTER_URL'] || local))?.replace(/\/+$/, '');
  if (url === undefined) throw noAddress(folder, say);
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) throw badUrl(url, say);
  const token = options.token ?? tokenNamed() ?? (world.env['MUSTER_TOKEN'] || fallback());
  if (token !== undefined && !/^[\x21-\x7e]+$/.test(token)) throw badToken(say);
  return { url, token };

  function tokenNamed(): string | undefined {
    if (options.as === undefined) return undefined;
    if (!isHere(url!)) throw foreignAddress(url!, options.as, say);
    return knownToken(folder, options.as, say);
  }

  function fallback(): string | undefined {
    if (who !== 'anybody') throw whoDecides(folder, who, say);
    return isHere(url!) ? tokenInFolder(folder, 'operator') : undefined;
  }

  /** The tokens in the data folder go to the instance on this machine and nowhere else. */
  function isHere(address: string): boolean {
    const { hostname, origin } = new URL(address);
    const loopback = hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
    return loopback || (local !== undefined && origin === new URL(local).origin);
  }
}

function knownToken(folder: string, name: string, say: Say): string {
  const token = /^[\w-]+$/.test(name) ? tokenInFolder(folder, name) : undefined;
  if (token !== undefined) return token;
  const names = tokenNames(folder);
  throw new CliFailure(EXIT.notAllowed, {
    code: 'no_such_token',
    title: say('There is no token of that name', '没有该名称的令牌'),
    detail: say(
      `No file ${name}.token in ${folder}. There are: ${names.join(', ') || 'none'}. The first start of Muster writes them.`,
      `${folder} 中没有 ${name}.token。现有：${names.join('、') || '无'}。这些文件由首次启动 Muster 时写入。`,
    ),
    found: { as: name },
    needed: { names },
  });
}

function noAddress(folder: string, say: Say): CliFailure {
  return new CliFailure(EXIT.unreachable, {
    code: 'no_address',
    title: say('No running Muster is known', '未找到运行中的 Muster'),
    detail: say(
      `${folder} says nothing of one. Run \`npm start\`, or name an address with --url or MUSTER_URL.`,
      `${folder} 中没有相关记录。请运行 \`npm start\`，或用 --url 或 MUSTER_URL 指定地址。`,
    ),
  });
}

function badUrl(url: string, say: Say): CliFailure {
  return new CliFailure(EXIT.usage, {
    code: 'bad_url',
    title: say('The address cannot be used', '地址不可用'),
    detail: say(`Found: ${url}. Needed: http://… or https://…`, `所填地址：${url}。应为 http://… 或 https://…`),
  });
}

function badToken(say: Say): CliFailure {
  return new CliFailure(EXIT.usage, {
    code: 'bad_token',
    title: say('The token cannot be used', '令牌不可用'),
    detail: say(
      'A token has no spaces and only ASCII characters. Check how it was copied.',
      '令牌只含 ASCII 字符且不含空格，请检查复制是否完整。',
    ),
  });
}

function foreignAddress(url: string, name: string, say: Say): CliFailure {
  return new CliFailure(EXIT.usage, {
    code: 'foreign_address',
    title: say('That token belongs to this machine', '该令牌仅限本机使用'),
    detail: say(
      `--as ${name} is not sent to ${url}. Use --token or MUSTER_TOKEN with a token of that installation.`,
      `--as ${name} 的令牌不会发送到 ${url}。请用 --token 或 MUSTER_TOKEN 提供该系统的令牌。`,
    ),
  });
}

function whoDecides(folder: string, who: Exclude<Who, 'anybody'>, say: Say): CliFailure {
  const names = tokenNames(folder).filter((name) => who === 'named' || name !== 'operator');
  return new CliFailure(EXIT.notAllowed, {
    code: 'token_required',
    title: say('Who are you?', '请表明身份'),
    detail: say(
      `This is done in somebody's name. Give --token, MUSTER_TOKEN or --as (on this machine: ${names.join(', ') || 'none'}).`,
      `此操作须以本人名义进行。请用 --token、MUSTER_TOKEN 或 --as（本机可用：${names.join('、') || '无'}）。`,
    ),
    needed: { names },
  });
}
