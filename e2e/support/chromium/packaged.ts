import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { runStep } from '../run/run-step.ts';

/** A Chromium for Linux on x64 from an npm package, for computers that can reach only the npm registry. */
const name = '@sparticuz/chromium';
const version = '153.0.0';
const sha512 = 'jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==';

const cache = fileURLToPath(new URL('../../../node_modules/.cache', import.meta.url));
const folder = join(cache, `chromium-${version}`);

export const packagedPath = join(folder, 'chromium');

/** Adds the package's fonts to those of the computer, which may have none. */
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;

/** The environment variables with which this browser finds its libraries and fonts. Other browsers need none. */
export function packagedEnvironment(executablePath: string) {
  if (executablePath !== packagedPath) return {};
  return { LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') };
}

/** @throws when npm cannot fetch the package or its content differs from the tested version. */
export async function installPackaged(): Promise<void> {
  // Unpacked under a temporary name, because an interrupted run must not leave an incomplete browser.
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  try {
    await unpackInto(unfinished);
    rmSync(folder, { recursive: true, force: true });
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** Does not use the package's own code, which needs a newer Node.js than the tests. */
async function unpackInto(target: string): Promise<void> {
  const printed = await runStep('npm', ['pack', `${name}@${version}`, '--pack-destination', target]);
  const archive = join(target, printed.trim());
  const hash = createHash('sha512').update(readFileSync(archive)).digest('base64');
  if (hash !== sha512) throw new Error(`${name} ${version} does not have the expected checksum`);

  await runStep('tar', ['-xzf', archive, '-C', target, '--strip-components=2', 'package/bin']);
  rmSync(archive);
  const decompress = (file: string, mode: number) => {
    writeFileSync(join(target, file), brotliDecompressSync(readFileSync(join(target, `${file}.br`))), {
      mode,
    });
    rmSync(join(target, `${file}.br`));
  };
  decompress('chromium', 0o755);
  for (const file of ['al2023.tar', 'fonts.tar', 'swiftshader.tar']) {
    decompress(file, 0o644);
    await runStep('tar', ['-xf', join(target, file), '-C', target, '--no-same-owner']);
    rmSync(join(target, file));
  }
  writeFileSync(join(target, 'fonts.conf'), fontSettings);
}
