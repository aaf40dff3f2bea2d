import type { Actor } from '../../kernel/event.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { refuseRoleOfOtherSide } from '../../platform/access/side-of-role.js';
import { refuseDistrict } from '../domain/legal-bodies.js';
import { organisationDirectory } from '../domain/loaded-organisations.js';
import { sideOfBody } from './body-side.js';

/**
 * The bodies that an actor stands for in an agreement: their organisation and those that it took over from.
 *
 * @throws FieldRefused when the organisation is a shire district.
 * @throws NotYourSide when the actor's role is one of the other kind of body.
 */
export function bodiesOf(actor: Actor, today: PlainDate): readonly string[] {
  refuseDistrict(organisationDirectory, actor.organisation, today, '/council');
  refuseRoleOfOtherSide(actor, sideOfBody(actor.organisation));
  return organisationDirectory.withPredecessors(actor.organisation);
}
