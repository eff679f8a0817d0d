import { Incident } from '../../api/contract.js';
import { phaseWords } from '../../domain/words/index.js';
import { EXIT } from '../exitCodes.js';
import { followStream } from '../followStream.js';
import type { Session } from '../session.js';
import type { Cli } from './cli.js';

export function addFollow(cli: Cli): void {
  const { say, inputs } = cli;
  const command = cli.program
    .command('follow')
    .description(say('show events as they are recorded, until Ctrl-C', '实时显示事件，按 Ctrl-C 结束'))
    .argument('[id]', say('of one incident; default: all', '某一事故的编号；默认全部'))
    .option(
      '--after <position>',
      say('begin behind this position; default: now', '从此位置之后开始；默认从现在开始'),
      inputs.wholeNumber,
    );
  command.action((id: string | undefined, { after }: { after?: number }) =>
    cli.run(command, async (session) => {
      session.notice('following', await announcement(session, id));
      await followStream(session, { id, after });
      return EXIT.ok;
    }),
  );
}

/** Reads the incident first, so that a mistyped id is not followed in silence for ever. */
async function announcement(session: Session, id: string | undefined): Promise<string> {
  const { say, lang, url } = session;
  if (id === undefined) return say(`Following all incidents at ${url}.`, `正在跟踪 ${url} 的全部事故。`);
  const { report, phase } = session.read(await session.api.call({ path: ['incidents', id] }), Incident);
  return say('Following: ', '正在跟踪：') + [id, report.title, phaseWords(phase, lang)].join(' · ');
}
