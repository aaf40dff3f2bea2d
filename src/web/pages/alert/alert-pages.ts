import type { ProblemContent, ProblemItem } from '../../../platform/http/problems/problem.js';
import { drawnForm } from '../../forms/drawn-form.js';
import { typedText, type FormField, type TypedValues } from '../../forms/form-field.js';
import { Page } from '../../page/page.js';
import { momentInWords } from '../../words/moments.js';
import type { SummaryRow } from '../transfer-case/case-facts.js';
import type { AlertDraft } from './alert-drafts.js';
import { PAS, type AlertForm } from './alert-form.js';
import { alertSteps, answerInWords, bodyInWords, NOT_PROVIDED, type AlertStep } from './alert-steps.js';

const UNDER = 'Raise an alert';
const ROOT = '/cases/new';

/** An organisation that the API found. */
export interface FoundBody {
  readonly code: string;
  readonly name: string;
}

export function draftsPage(drafts: readonly AlertDraft[]): Page {
  return new Page('pages/alert/start.njk', {
    title: 'Raise an alert',
    drafts: drafts.map(({ draftId, typed, changedAt }) => ({
      href: `${ROOT}/${draftId}`,
      person: typedText(typed, 'personReference') || 'No person yet',
      body: bodyInWords(typed),
      changed: momentInWords(changedAt.toISOString()),
      remove: `${ROOT}/${draftId}/remove`,
    })),
  });
}

export function taskListPage({ draftId, typed }: AlertDraft, form: AlertForm): Page {
  return new Page('pages/alert/tasks.njk', {
    title: 'What the alert says',
    under: UNDER,
    tasks: alertSteps.map(({ path, field, text }) => ({
      title: { text },
      href: `${ROOT}/${draftId}/${path}`,
      status: isAnswered(form.field(field), typed)
        ? { text: 'Completed' }
        : { tag: { text: 'Not yet started', classes: 'govuk-tag--blue' } },
    })),
    check: `${ROOT}/${draftId}/check`,
  });
}

function isAnswered(field: FormField, typed: TypedValues): boolean {
  return field.kind === 'list'
    ? typedText(typed, `${field.name}-count`) !== ''
    : answerInWords(field, typed) !== NOT_PROVIDED;
}

/** What a page with a question has besides its field. */
export interface AskedStep {
  readonly draftId: string;
  readonly title: string;
  readonly action: string;
  /** Where the person goes on to, and comes from. */
  readonly back: string;
  readonly toCheck: boolean;
  readonly more?: object;
}

export function questionPage(
  { draftId, title, action, back, toCheck, more = {} }: AskedStep,
  field: FormField,
  typed: TypedValues,
  faults: readonly ProblemItem[] = [],
): Page {
  const problem = faults.length === 0 ? undefined : { detail: '', errors: faults };
  const { fields, errors } = drawnForm([field], typed, problem);
  const model = { title, under: UNDER, draftId, action, back, toCheck, fields, errors, ...more };
  return new Page('pages/alert/question.njk', model, faults.length === 0 ? 200 : 422);
}

export function bodyPage(
  asked: AskedStep,
  field: FormField,
  typed: TypedValues,
  search: {
    readonly text: string;
    readonly found: readonly FoundBody[];
    readonly faults?: readonly ProblemItem[];
  },
): Page {
  const chosen = typedText(typed, field.name);
  const listed = search.found.some(({ code }) => code === chosen);
  const choices = [
    ...(chosen === '' || listed ? [] : [{ value: chosen, text: bodyInWords(typed), checked: true }]),
    ...search.found.map(({ code, name }) => ({
      value: code,
      text: `${name} (${code})`,
      checked: code === chosen,
    })),
  ];
  const page = questionPage(asked, field, typed, search.faults);
  return new Page(
    'pages/alert/nhs-body.njk',
    { ...page.model, search: search.text, choices, searchAddress: asked.action.replace(/\?.*$/, '') },
    page.status,
  );
}

export function pasPage({ draftId, typed }: AlertDraft, form: AlertForm, toCheck: boolean): Page {
  const back = toCheck ? '?back=check' : '';
  const count = form.countOfPas(typed);
  return new Page('pages/alert/pas.njk', {
    title: 'PAs who may come along',
    under: UNDER,
    rows: Array.from({ length: count }, (_, index) => ({
      index,
      name: typedText(typed, `${PAS}.${index}.assistantRef`) || `PA ${index + 1}`,
      text: answerInWords(form.pa(index), typed),
      change: `${ROOT}/${draftId}/pas/${index}${back}`,
      remove: `${ROOT}/${draftId}/pas/${index}/remove${back}`,
    })),
    add: `${ROOT}/${draftId}/pas/${count}${back}`,
    file: `${ROOT}/${draftId}/pas/file${back}`,
    action: `${ROOT}/${draftId}/pas${back}`,
    back: toCheck ? `${ROOT}/${draftId}/check` : `${ROOT}/${draftId}`,
  });
}

export function checkPage({ draftId, typed }: AlertDraft, form: AlertForm, problem?: ProblemContent): Page {
  const rows = alertSteps.map((step) => checkRow(draftId, step, form, typed));
  const pas = Array.from({ length: form.countOfPas(typed) }, (_, index): SummaryRow => ({
    key: `PA ${index + 1}`,
    text: answerInWords(form.pa(index), typed),
    action: {
      text: 'Change',
      href: `${ROOT}/${draftId}/pas/${index}?back=check`,
      hidden: `PA ${index + 1}`,
    },
  }));
  const model = {
    title: 'Check your answers',
    under: UNDER,
    rows: [...rows, ...pas],
    errors: problem === undefined ? [] : errorsOf(draftId, form, typed, problem),
    action: `${ROOT}/${draftId}/check`,
    back: `${ROOT}/${draftId}`,
  };
  return new Page('pages/alert/check.njk', model, problem === undefined ? 200 : problem.status);
}

function checkRow(
  draftId: string,
  { path, field, text }: AlertStep,
  form: AlertForm,
  typed: TypedValues,
): SummaryRow {
  return {
    key: text,
    text: saidOf(field, form, typed),
    action: {
      text: 'Change',
      href: `${ROOT}/${draftId}/${path}?back=check`,
      hidden: text.toLowerCase().replace(/\b(nhs|pas)\b/g, (word) => (word === 'nhs' ? 'NHS' : 'PAs')),
    },
  };
}

function saidOf(field: string, form: AlertForm, typed: TypedValues): string {
  if (field === 'nhsBody') return bodyInWords(typed);
  if (field === PAS) return String(form.countOfPas(typed));
  return answerInWords(form.field(field), typed);
}

/** Each thing that the API refused, as a link to the page where it is mended. */
function errorsOf(draftId: string, form: AlertForm, typed: TypedValues, problem: ProblemContent) {
  const items = problem.errors ?? [];
  const { errors } = drawnForm(form.fields, typed, problem);
  if (items.length === 0) return errors;
  return errors.map(({ text }, index) => ({ text, href: mendedAt(draftId, items[index]?.pointer ?? '') }));
}

function mendedAt(draftId: string, pointer: string): string {
  const [, field = '', index = ''] = pointer.split('/');
  const step = alertSteps.find((each) => each.field === field);
  if (step === undefined) return `${ROOT}/${draftId}`;
  const pa = field === PAS && index !== '' ? `/${index}` : '';
  return `${ROOT}/${draftId}/${step.path}${pa}?back=check`;
}
