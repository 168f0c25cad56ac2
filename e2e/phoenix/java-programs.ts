import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** A required program for a real Phoenix is missing. The message says what to install. */
export class JavaMissing extends Error {
  override readonly name = 'JavaMissing';
}

const run = promisify(execFile);
const folder = import.meta.dirname;
const cache = join(folder, '../../node_modules/.cache/phoenix');
const pom = join(folder, 'pom.xml');
const launcher = join(folder, 'PhoenixLauncher.java');

/** Older copies of libraries that HBase includes as shaded packages, and parts that are not used here. */
const unusedGroups = [
  'org.eclipse.jetty',
  'org.eclipse.jetty.websocket',
  'com.sun.jersey',
  'com.sun.jersey.contribs',
  'org.apache.kerby',
  'com.squareup.okhttp3',
  'com.ibm.icu',
  'log4j',
  'com.github.pjfanning',
  'com.jcraft',
  'javax.servlet.jsp',
  'org.glassfish',
  'org.glassfish.web',
  'org.glassfish.hk2.external',
];

/** @throws {JavaMissing} unless JDK 17 or 21 and Maven are installed. */
export async function checkJava(): Promise<void> {
  const version = await run('javac', ['-version']).then(
    ({ stdout }) => /^javac (\d+)/.exec(stdout)?.[1] ?? '',
    () => null,
  );
  const maven = await run('mvn', ['-v']).then(
    () => true,
    () => false,
  );
  if (version === null || !maven) {
    throw new JavaMissing(
      'A real Phoenix needs a JDK 17 or 21 and Maven. Install them, and make javac and mvn available in your PATH.',
    );
  }
  if (version !== '17' && version !== '21') {
    throw new JavaMissing(
      `A real Phoenix needs a JDK 17 or 21. Found version ${version}: install another one, and put it first in your PATH.`,
    );
  }
}

/**
 * The class path of the launcher. The first run downloads its artifacts from Maven Central. The resolved and compiled
 * files are kept in the cache folder of npm packages.
 */
export async function prepareClassPath(): Promise<string> {
  const key = createHash('sha256')
    .update(readFileSync(pom))
    .update(readFileSync(launcher))
    .digest('hex')
    .slice(0, 16);
  const classes = join(cache, key);
  const kept = join(classes, 'class-path.txt');
  if (existsSync(kept)) {
    const classPath = readFileSync(kept, 'utf8');
    // The local Maven repository may have been deleted since the last run.
    if (classPath.split(delimiter).every((path) => existsSync(path))) return classPath;
  }
  mkdirSync(join(classes, 'META-INF/services'), { recursive: true });
  const resolved = join(classes, 'resolved.txt');
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:build-classpath';
  const options = [`-DexcludeGroupIds=${unusedGroups.join()}`, `-Dmdep.outputFile=${resolved}`];
  await run('mvn', ['-q', '-B', '-f', pom, goal, ...options], { timeout: 300_000 });
  const jars = readFileSync(resolved, 'utf8').trim().split(delimiter);
  // The query server's jar comes last because it bundles old versions of HBase's dependencies.
  const isQueryServer = (jar: string) => jar.includes('phoenix-queryserver');
  const ordered = [...jars.filter((jar) => !isQueryServer(jar)), ...jars.filter(isQueryServer)];
  await run('javac', ['-d', classes, '-cp', ordered.join(delimiter), launcher]);
  writeFileSync(
    join(classes, 'META-INF/services/org.apache.phoenix.queryserver.server.ServerCustomizersFactory'),
    'PhoenixLauncher\n',
  );
  const classPath = [classes, ...ordered].join(delimiter);
  writeFileSync(kept, classPath);
  return classPath;
}
