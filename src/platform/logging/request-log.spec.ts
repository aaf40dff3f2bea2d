import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { fastify, type FastifyInstance } from 'fastify';
import supertest from 'supertest';
import { grantAccess } from '../access/principal.js';
import { JsonLogger } from './json-logger.js';
import { logRequests } from './request-log.js';

describe('the line of a request', () => {
  let server: FastifyInstance;
  let lines: Record<string, unknown>[];

  beforeEach(async () => {
    lines = [];
    Logger.overrideLogger(
      new JsonLogger('info', {
        write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>),
      }),
    );
    server = fastify();
    logRequests(server);
    server.get('/v1/cases/:caseRef', (request) => {
      const principal = {
        issuer: 'https://sign-in.example',
        subject: 'sign-in-of-wilfred',
        organisation: 'QM7',
        roles: ['auditor'],
        name: 'Wilfred Sayer',
      } as const;
      grantAccess(request, { principal, role: 'auditor' });
      return {};
    });
    await server.listen({ port: 0, host: '127.0.0.1' });
  });

  afterEach(async () => {
    await server.close();
    Logger.overrideLogger(false);
  });

  it('has the pattern of the route and the organisation, and nothing that names a case or a person', async () => {
    const correlation = '6e1f9a52-0d8c-4b1d-9a63-1f0f6c7d2e44';
    await supertest(server.server)
      .get('/v1/cases/TC-7F3K92QD1M?q=Penhaligon')
      .set({ 'x-correlation-id': correlation, authorization: 'Bearer secret' });
    expect(lines).toEqual([
      {
        level: 'info',
        time: expect.any(String),
        context: 'Http',
        message: 'request',
        method: 'GET',
        route: '/v1/cases/:caseRef',
        status: 200,
        ms: expect.any(Number),
        correlationId: correlation,
        requestId: expect.any(String),
        traceId: expect.any(String),
        organisation: 'QM7',
        role: 'auditor',
      },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/7F3K92QD1M|Penhaligon|Wilfred|secret/i);
  });

  it('says that there was no route, and not what was asked', async () => {
    await supertest(server.server).get('/Penhaligon');
    expect(lines).toMatchObject([{ route: '(no route)', status: 404 }]);
    expect(JSON.stringify(lines)).not.toContain('Penhaligon');
  });
});
