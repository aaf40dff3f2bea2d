// The bill of materials of what an installation runs, in CycloneDX, from the lock file alone.
//
// `npm sbom --omit dev` leaves out whatever something for development needs as well, such as @nestjs/common. So everything is
// asked for, and what is for development alone is taken out here.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const MOST_BYTES = 64 * 1024 * 1024;
const root = new URL('../', import.meta.url);

const { name, version, packages } = readLock();
const runs = new Set([`${name}@${version}`, ...Object.entries(packages).filter(isRun).map(refOf)]);
const bill = everything();
const components = bill.components.filter((component) => runs.has(component['bom-ref']));
const dependencies = bill.dependencies
  .filter(({ ref }) => runs.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => runs.has(each)) }));
process.stdout.write(`${JSON.stringify({ ...bill, components, dependencies }, null, 2)}\n`);

function readLock() {
  return JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8'));
}

function everything() {
  const wanted = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  return JSON.parse(execFileSync('npm', wanted, { cwd: root, encoding: 'utf8', maxBuffer: MOST_BYTES }));
}

/** The lock file marks what is for development alone, and what development or something optional needs. */
function isRun([path, { dev, devOptional }]) {
  return path !== '' && dev !== true && devOptional !== true;
}

function refOf([path, { name: ownName, version: ownVersion }]) {
  return `${ownName ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${ownVersion}`;
}
