import { setTimeout as pause } from 'node:timers/promises';
import { brokenChains } from './chains.mjs';
import { comparable, differences } from './events.mjs';
import { Installation } from './installation.mjs';
import { Journey } from './journey.mjs';
import { checkMails } from './mailChecks.mjs';
import { Tokens } from './tokens.mjs';
import { Witness } from './witness.mjs';

/** One installation that lives through kill after kill, with a new incident for each. */
export class Lane {
  #incidents = [];

  constructor({ sink, say, keep }) {
    Object.assign(this, { sink, say, keep });
  }

  /** Takes kills from the queue until it is empty; `report` is told of each. */
  async run(queue, report) {
    this.installation = await Installation.create(this.sink.url);
    const violations = [];
    let undisturbed;
    try {
      const { ms } = await this.installation.start();
      this.say(`  a first start took ${ms} ms`);
      this.tokens = new Tokens(this.installation);
      this.witness = new Witness(this.installation);
      undisturbed = await this.#undisturbed(violations);
      for (let cell = queue.shift(); cell; cell = queue.shift()) report(await this.#kill(cell));
      await this.witness.close();
      const { exitCode } = await this.installation.stop();
      if (exitCode !== 0) violations.push(`SIGTERM at the end: exit code ${exitCode}`);
      violations.push(
        ...(await brokenChains(this.installation.dir, this.#incidents)).map((chain) => `broken chain ${chain}`),
      );
    } catch (error) {
      violations.push(`the installation is lost: ${error.stack}\n${this.installation.output.slice(-3_000)}`);
    }
    await this.installation.remove({ keep: this.keep && violations.length > 0 });
    return { undisturbed, violations };
  }

  /** Twice, because what differs between two journeys that nobody disturbed cannot be held against one with a kill. */
  async #undisturbed(violations) {
    const [first, second] = [await this.#journey({}), await this.#journey({})];
    this.reference = first.comparable;
    violations.push(...[first, second].flatMap((journey) => journey.violations));
    violations.push(...differences(this.reference, second.comparable).map((d) => `between undisturbed journeys: ${d}`));
    const { events, mails, ms } = second;
    this.say(`  undisturbed: ${events} events, ${mails} mails, ${ms} ms`);
    return { events, mails, ms, comparable: this.reference };
  }

  async #kill(cell) {
    const outputFrom = this.installation.output.length;
    const kill = new Kill(cell, this.installation);
    try {
      const journey = await this.#journey(kill.hooks());
      await kill.back;
      const violations = [
        ...kill.violations(),
        ...journey.violations,
        ...differences(this.reference, journey.comparable),
      ];
      const { repeats, possible } = journey;
      return {
        ...cell,
        ...kill.figures(),
        repeats,
        possible,
        byClock: journey.comparable.byClock,
        journeyMs: journey.ms,
        violations,
      };
    } catch (error) {
      const output = this.installation.output.slice(outputFrom).slice(-1_500);
      await kill.back?.catch(() => undefined);
      if (!(await this.installation.isReady())) throw error;
      return { ...cell, ...kill.figures(), repeats: 0, possible: 0, violations: [`${error.message}\n${output}`] };
    }
  }

  async #journey(hooks) {
    const { installation, sink, tokens, witness } = this;
    const began = Date.now();
    const journey = new Journey({ installation, sink, tokens, ...hooks });
    const state = await journey.run();
    const ms = Date.now() - began;
    const { incidentId } = journey;
    this.#incidents.push(incidentId);
    const [{ items }, notices] = await Promise.all([journey.get('/timeline?limit=1000'), journey.get('/notices')]);
    const events = items.map(({ event }) => event);
    const checked = checkMails({ sink, witness, incidentId, notices: notices.items, events });
    const end = state.phase === 'closed' ? [] : [`the phase at the end is ${state.phase}`];
    const mails = sink.idsOf(incidentId).length;
    return {
      ...checked,
      violations: [...end, ...checked.violations],
      comparable: comparable(events, journey.name),
      events: events.length,
      mails,
      ms,
    };
  }
}

/** One kill -9 within a journey, and what follows from it. */
class Kill {
  /** Settles when Muster is ready again. */
  back;
  #at;
  #wentOnAt;
  #back;

  constructor(cell, installation) {
    this.cell = cell;
    this.strike = installation.aim(cell.target);
    this.installation = installation;
  }

  hooks() {
    let struck = Promise.resolve();
    return {
      onSent: (step) => {
        if (step === this.cell.step && this.#at === undefined) struck = this.#strikeAfter(this.cell.offset);
      },
      // The journey does not overtake the kill: a late one finds the step answered and its consequences under way.
      onAnswered: async (step) => {
        const before = this.#at === undefined;
        if (!before) this.#wentOnAt ??= Date.now();
        if (step === this.cell.step) await struck;
      },
    };
  }

  violations() {
    return this.#at === undefined ? ['nothing was killed'] : [];
  }

  figures() {
    const { beganAt, readyAt } = this.#back ?? {};
    return {
      backMs: readyAt - this.#at,
      restartMs: readyAt - beganAt,
      // A kill after the answer to the last step leaves nothing to go on with.
      ...(this.#wentOnAt === undefined ? {} : { onMs: this.#wentOnAt - this.#at }),
    };
  }

  async #strikeAfter(offset) {
    if (offset > 0) await pause(offset);
    this.strike();
    this.#at = Date.now();
    this.back = this.installation.comeBack(this.cell.target).then((back) => (this.#back = back));
    this.back.catch(() => undefined);
  }
}
