import { Injectable } from '@nestjs/common';
import { ROLES_EXTENSION } from '../../platform/access/access-rule.js';
import type { Role } from '../../platform/access/roles.js';
import { OpenApiHolder } from '../../platform/http/openapi/openapi-holder.js';
import { Problem } from '../../platform/http/problems/problem.js';
import type { FormField } from './form-field.js';
import { fieldsOfSchema, type Schema } from './fields-of-schema.js';

/** The forms of commands, made from what the API says of itself: so that a page never asks for another thing than the API takes. */
@Injectable()
export class CommandForms {
  private readonly known = new Map<string, readonly FormField[]>();

  constructor(private readonly description: OpenApiHolder) {}

  /**
   * @param route as the API description has it: `/v1/transfer-cases/{caseRef}/payments`
   * @throws Problem `not-found` when there is no such command.
   */
  fieldsOf(route: string): readonly FormField[] {
    let fields = this.known.get(route);
    if (fields === undefined) {
      fields = fieldsOfSchema(this.bodyOf(route), this.description.get());
      this.known.set(route, fields);
    }
    return fields;
  }

  /** True when somebody with these roles may send the command. */
  mayUse(route: string, roles: readonly Role[]): boolean {
    const allowed = this.rolesOf(route);
    return roles.some((role) => allowed.includes(role));
  }

  /** True when somebody with these roles may read what is there. */
  mayRead(route: string, roles: readonly Role[]): boolean {
    const allowed = this.rolesOf(route, 'get');
    return roles.some((role) => allowed.includes(role));
  }

  /** Who may send the command, or read what is there. */
  rolesOf(route: string, method: 'get' | 'post' = 'post'): readonly Role[] {
    const operation = this.description.get().paths[route]?.[method] as
      Readonly<Record<string, unknown>> | undefined;
    return (operation?.[ROLES_EXTENSION] ?? []) as readonly Role[];
  }

  private bodyOf(route: string): Schema {
    const operation = this.description.get().paths[route]?.post;
    if (operation === undefined) throw new Problem('not-found', 'There is nothing of that name to do.');
    const body = operation.requestBody;
    if (body === undefined || '$ref' in body) return {};
    return (body.content['application/json']?.schema ?? {}) as Schema;
  }
}
