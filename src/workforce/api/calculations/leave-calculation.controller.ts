import { Body } from '@nestjs/common';
import type { Answer } from '../../../kernel/figure.js';
import { Fraction } from '../../../kernel/fraction.js';
import { InvalidValue } from '../../../kernel/invalid-value.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { Calculator, Calculators } from '../../../platform/http/calculations/calculator.js';
import { answerOnWire } from '../../../platform/http/wire/figure.answer.js';
import { moneyOf, toPence, type MoneyDto } from '../../../platform/http/wire/money.dto.js';
import { figureOf, moneyFigure } from '../../../platform/http/wire/money-figure.answer.js';
import {
  accruesByPayPeriod,
  holidayWeekPay,
  leaveApportioned,
  leaveDue,
  leaveOfFirstYear,
  leaveOnLeaving,
  rolledUpPay,
  type CalculatedLeave,
  type LeaveQuestion,
} from '../../commands/calculate-leave.js';
import { hoursOnWire as amountOnWire } from '../leave-figure-fields.js';
import { LeaveCalculationAnswer, type LeaveDueAnswer } from './leave-calculation-answers.js';
import { LeaveCalculationDto } from './leave-calculation-requests.js';
import { exactOr, leaveQuestionOf } from './leave-question-of.js';

type Part<Name extends keyof LeaveCalculationAnswer> = Partial<Pick<LeaveCalculationAnswer, Name>>;

/** Leave from facts that are typed in, by the same rules as the leave of a case. */
@Calculators()
export class LeaveCalculationController {
  @Calculator('leave', {
    summary: 'Work out leave: what is due, accrued, outstanding on leaving, and what it is paid at',
    description:
      'For days, hours, compressed and annualised hours, shifts, irregular hours and part of a year. Amounts are exact; what GOV.UK’s calculator shows stands beside.',
    answer: LeaveCalculationAnswer,
  })
  leave(@Body() request: LeaveCalculationDto): Readonly<LeaveCalculationAnswer> {
    const question = leaveQuestionOf(request);
    return {
      due: dueAnswer(dueOf(question)),
      ...firstYear(request, question),
      ...apportioned(request, question),
      ...onLeaving(request, question),
      ...weekPay(request),
      ...rolledUp(request, question),
    };
  }
}

/** @throws FieldRefused for a week, a day or a pattern that cannot be, in the words of the rule that found it. */
function dueOf(question: LeaveQuestion): Answer<CalculatedLeave> {
  try {
    return leaveDue(question);
  } catch (fault) {
    if (!(fault instanceof InvalidValue)) throw fault;
    throw new FieldRefused('/work', 'not-a-work-pattern', fault.message);
  }
}

function dueAnswer(due: Answer<CalculatedLeave>): Readonly<LeaveDueAnswer> {
  return answerOnWire(due, ({ unit, amount, govUk }) => ({
    unit,
    ...amountOnWire(amount),
    ...(govUk !== undefined && { govUk }),
  }));
}

function firstYear({ startedOn, asAt }: LeaveCalculationDto, question: LeaveQuestion): Part<'firstYear'> {
  if (asAt === undefined) return {};
  if (startedOn === undefined || asAt < startedOn) {
    throw new FieldRefused(
      '/startedOn',
      'required',
      'The first year of a job needs its first day, before asAt',
    );
  }
  const leave = leaveOfFirstYear(question, startedOn, asAt);
  if (leave === undefined) {
    throw new FieldRefused(
      '/asAt',
      'not-wanted',
      'Leave of the first year is told in days, for days of a week',
    );
  }
  const { accruedDays, mayTakeDays, basis } = leave;
  const value = { accruedDays: amountOnWire(accruedDays), mayTakeDays: amountOnWire(mayTakeDays) };
  return { firstYear: { status: 'known', value, basis } };
}

function apportioned({ cutOff }: LeaveCalculationDto, question: LeaveQuestion): Part<'apportioned'> {
  if (cutOff === undefined) return {};
  if (!('regular' in question.work)) {
    throw new FieldRefused(
      '/cutOff',
      'not-wanted',
      'Leave of irregular hours follows from pay periods: give those before the cut-off alone',
    );
  }
  const parts = leaveApportioned(question.work.regular, question, cutOff);
  return {
    apportioned: answerOnWire(parts, ({ unit, before, from }) => ({
      unit,
      before: amountOnWire(before),
      from: amountOnWire(from),
    })),
  };
}

function onLeaving(request: LeaveCalculationDto, question: LeaveQuestion): Part<'onLeaving'> {
  const { lastDay, ratePerUnit } = request;
  if (ratePerUnit === undefined) {
    if (request.taken === undefined && request.carriedOver === undefined) return {};
    throw new FieldRefused(
      '/ratePerUnit',
      'required',
      'Leave taken or carried over counts on leaving, with a rate',
    );
  }
  if (lastDay === undefined) {
    throw new FieldRefused(
      '/lastDay',
      'required',
      'Leave is paid in lieu only when a job ends: give its last day',
    );
  }
  const balance = leaveOnLeaving(leaveDue(question), {
    taken: exactOr('/taken', request.taken, Fraction.zero),
    carriedOver: exactOr('/carriedOver', request.carriedOver, Fraction.zero),
    ratePence: penceOf('/ratePerUnit', ratePerUnit),
  });
  return {
    onLeaving: answerOnWire(balance, ({ unit, accrued, outstanding, inLieuPence, refer }) => ({
      unit,
      accrued: amountOnWire(accrued),
      outstanding: amountOnWire(outstanding),
      inLieu: moneyOf(inLieuPence),
      ...(refer !== undefined && { refer }),
    })),
  };
}

function weekPay({ weeklyPayMostRecentFirst }: LeaveCalculationDto): Part<'weekPay'> {
  if (weeklyPayMostRecentFirst === undefined) return {};
  const weeks = weeklyPayMostRecentFirst.map((paid, index) =>
    penceOf(`/weeklyPayMostRecentFirst/${index}`, paid),
  );
  const average = holidayWeekPay(weeks);
  return {
    weekPay:
      average.status === 'pending'
        ? moneyFigure(average)
        : figureOf(average.value.weekPayPence, average.basis),
  };
}

function rolledUp(
  { payForWorkDone }: LeaveCalculationDto,
  { work, leaveYear }: LeaveQuestion,
): Part<'rolledUp'> {
  if (payForWorkDone === undefined) return {};
  if ('regular' in work || !accruesByPayPeriod(leaveYear.from)) {
    throw new FieldRefused(
      '/payForWorkDone',
      'not-wanted',
      'Holiday pay may be rolled up only for irregular hours and part of a year, in leave years from 1 April 2024',
    );
  }
  const { rolledUpPence, basis } = rolledUpPay(penceOf('/payForWorkDone', payForWorkDone));
  return { rolledUp: figureOf(rolledUpPence, basis) };
}

/** @throws FieldRefused for pay below nothing. */
function penceOf(pointer: string, money: MoneyDto) {
  const amount = toPence(money);
  if (amount < 0) throw new FieldRefused(pointer, 'below-zero', 'This cannot be below zero');
  return amount;
}
