import { DestructionList, ErasureAnswer, ErasureList } from '../../api/contract.js';
import { EXIT } from '../exitCodes.js';
import { destructionLines, erasureLines, erasureListLines } from '../print/erasures.js';
import { withProgress } from '../progress.js';
import type { Session } from '../session.js';
import type { Cli } from './cli.js';

/** Every record of a long life is looked through, and Temporal takes its time to delete. */
const ERASED_WITHIN_MS = 600_000;

interface EraseOptions {
  reason?: string;
  evidence?: string[];
  preview?: true;
}

/** Personal data: what is due, what is erased, what was. */
export function addErase(cli: Cli): void {
  const { say, inputs } = cli;
  const erase = cli.program
    .command('erase')
    .description(
      say(
        'destroy personal data; for the operator and whoever answers for it',
        '销毁个人信息（限管理员和个人信息负责人）',
      ),
    );

  for (const kind of ['person', 'incident'] as const) {
    const command = erase
      .command(kind)
      .description(
        kind === 'person'
          ? say(
              'erase a person from everything, so that the records can still be proven',
              '将一人从所有记录中删除，记录仍可校验',
            )
          : say('destroy the personal data of an incident that is over', '销毁已了结事故的个人信息'),
      )
      .argument('<id>', kind === 'person' ? say('of the person', '人员编号') : say('of the incident', '事故编号'))
      .option(
        '--evidence <sha256>',
        say('a file of evidence to destroy with it', '一并销毁的凭证文件'),
        (text, before?: string[]) => [...(before ?? []), inputs.sha256(text)],
      )
      .option('--preview', say('what would be erased; nothing is', '仅查看将删除的内容'));
    if (kind === 'person')
      command.requiredOption('--reason <text>', say('without names: it stays', '理由会留存，勿写姓名'));
    else command.option('--reason <text>', say('needed before it is due', '提前销毁时须说明'));
    command.action((id: string, body: EraseOptions) =>
      cli.run(command, (session) => eraseOne(session, [kind === 'person' ? 'people' : 'incidents', id], body)),
    );
  }

  const due = erase
    .command('due')
    .description(say('incidents whose personal data has to be destroyed by now', '个人信息已到销毁期限的事故'));
  due.action(() =>
    cli.run(due, async (session) => {
      const text = await session.api.call({ path: ['erasures', 'due'] });
      session.show(text, DestructionList, (list) => destructionLines(list, session));
      return EXIT.ok;
    }),
  );

  const list = erase
    .command('list')
    .description(say('what was erased, by whom and why', '列出已删除的内容、经办人和理由'))
    .option('--limit <count>', say('at most so many', '最多条数'), inputs.wholeNumber);
  list.action((query: { limit?: number }) =>
    cli.run(list, async (session) => {
      const text = await session.api.call({ path: ['erasures'], query: { ...query } });
      session.show(text, ErasureList, (answer) => erasureListLines(answer, session));
      return EXIT.ok;
    }),
  );
}

async function eraseOne(session: Session, path: [string, string], body: EraseOptions) {
  const words = () => session.say('Looking through every record …', '正在检查所有记录……');
  const text = await withProgress(session, words, () =>
    session.api.call({ method: 'POST', path: ['erasures', ...path], body, withinMs: ERASED_WITHIN_MS }),
  );
  const { done, preview, left } = session.show(text, ErasureAnswer, (answer) => erasureLines(answer, session));
  return preview || (done && left.length === 0) ? EXIT.ok : EXIT.refused;
}
