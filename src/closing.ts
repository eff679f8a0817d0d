/** Longer than any step needs that can end at all: mail on the wire takes up to 12 s. */
const STEP_MS = 20_000;

/** Things to end, in the opposite order of their beginning; one that fails does not keep the others from ending. */
export class Closing {
  private readonly steps: { name: string; close: () => unknown }[] = [];

  add(name: string, close: () => unknown): void {
    this.steps.unshift({ name, close });
  }

  async close(failed: (name: string, error: unknown) => void): Promise<void> {
    for (let step = this.steps.shift(); step; step = this.steps.shift()) {
      try {
        await Promise.race([step.close(), tooLong()]);
      } catch (error) {
        failed(step.name, error);
      }
    }
  }
}

function tooLong(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`it took longer than ${STEP_MS / 1_000} s`)), STEP_MS).unref();
  });
}
