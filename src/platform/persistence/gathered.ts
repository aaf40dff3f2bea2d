/** Answers many questions with one statement, in their order. */
export type AskAll<Question, Answer> = (questions: readonly Question[]) => Promise<readonly Answer[]>;

export interface GatherRules<Question> {
  /**
   * Two questions of the same name are never in one statement, which could not answer them one after the other. Absent where
   * any questions may be.
   */
  readonly nameOf?: (question: Question) => string;
  /** Whether a statement failed for one of its questions, so that the others have to be asked without it. */
  readonly isAboutOne: (fault: unknown) => boolean;
  /** Statements that are under way at the same time. */
  readonly lanes: number;
  /** Questions in one statement. */
  readonly most: number;
}

interface Waiting<Question, Answer> {
  readonly question: Question;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (fault: unknown) => void;
}

/**
 * Gathers what the requests of a process ask of the database while other statements are under way, since it is the way there
 * and back that costs and not the question. One that comes alone is sent at once.
 */
export class Gathered<Question, Answer> {
  private waiting: Waiting<Question, Answer>[] = [];
  private underWay = 0;
  private scheduled = false;

  constructor(
    private readonly askAll: AskAll<Question, Answer>,
    private readonly rules: GatherRules<Question>,
  ) {}

  async ask(question: Question): Promise<Answer> {
    return new Promise<Answer>((resolve, reject) => {
      this.waiting.push({ question, resolve, reject });
      this.schedule();
    });
  }

  private schedule(): void {
    if (this.scheduled || this.waiting.length === 0 || this.underWay >= this.rules.lanes) return;
    this.scheduled = true;
    // Not at once: whoever asks in the same turn of the event loop comes along.
    setImmediate(() => {
      this.scheduled = false;
      this.underWay += 1;
      void this.answer(this.take()).finally(() => {
        this.underWay -= 1;
        this.schedule();
      });
      this.schedule();
    });
  }

  private take(): readonly Waiting<Question, Answer>[] {
    const { most, nameOf } = this.rules;
    const taken: Waiting<Question, Answer>[] = [];
    const left: Waiting<Question, Answer>[] = [];
    const names = new Set<string>();
    for (const each of this.waiting) {
      const name = nameOf?.(each.question);
      if (taken.length < most && (name === undefined || !names.has(name))) {
        taken.push(each);
        if (name !== undefined) names.add(name);
      } else left.push(each);
    }
    this.waiting = left;
    return taken;
  }

  private async answer(batch: readonly Waiting<Question, Answer>[]): Promise<void> {
    try {
      const answers = await this.askAll(batch.map(({ question }) => question));
      batch.forEach(({ resolve }, index) => resolve(answers[index] as Answer));
    } catch (fault) {
      if (batch.length === 1 || !this.rules.isAboutOne(fault)) batch.forEach(({ reject }) => reject(fault));
      else for (const each of batch) await this.answer([each]);
    }
  }
}
