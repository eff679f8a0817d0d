import { NewToken, TokenList } from '../../api/contract.js';
import { EXIT } from '../exitCodes.js';
import { tokenListLines, tokenWords } from '../print/tokens.js';
import type { Cli } from './cli.js';

interface CreateOptions {
  person?: string;
  operator?: true;
  label?: string;
  expiresInDays?: number;
}

export function addToken(cli: Cli): void {
  const { say, inputs } = cli;
  const token = cli.program
    .command('token')
    .description(say('create, list and revoke tokens; only for the operator', '创建、列出、撤销令牌（仅限管理员）'));

  const create = token
    .command('create')
    .description(say('create a token and print it, this once', '创建令牌并仅此一次显示'))
    .option('--person <id>', say('a person of the roster', '通讯录中的人员'))
    .option('--operator', say('an operator token instead', '改为管理员令牌'))
    .option('--label <text>', say('what it is for', '用途'))
    .option('--expires-in-days <days>', say('default: 90', '默认 90'), inputs.wholeNumber);
  create.action((body: CreateOptions) =>
    cli.run(create, async (session) => {
      // Without a key: a second try would leave a token behind that nobody has seen.
      const text = await session.api.call({ method: 'POST', path: ['tokens'], body });
      const made = session.show(text, NewToken, (answer) => [answer.token]);
      if (!session.json) session.notice('created', `${made.id}  ${tokenWords(made, session)}`);
      return EXIT.ok;
    }),
  );

  const list = token.command('list').description(say('list tokens, without their secrets', '列出令牌，不含密文'));
  list.action(() =>
    cli.run(list, async (session) => {
      const text = await session.api.call({ path: ['tokens'] });
      session.show(text, TokenList, ({ items }) => tokenListLines(items, session));
      return EXIT.ok;
    }),
  );

  const revoke = token
    .command('revoke')
    .description(say('revoke a token from the next request on', '撤销令牌，自下一次请求起生效'))
    .argument('<tokenId>', say('from token list', '见 token list'));
  revoke.action((tokenId: string) =>
    cli.run(revoke, async (session) => {
      const text = await session.api.call({ method: 'DELETE', path: ['tokens', tokenId] });
      if (session.json && text !== '') session.print(text);
      else if (!session.json) session.print(session.say(`Token ${tokenId} is revoked.`, `令牌 ${tokenId} 已撤销。`));
      return EXIT.ok;
    }),
  );
}
