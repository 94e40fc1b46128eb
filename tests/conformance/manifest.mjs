// The manifest of an app package by Microsoft's own schema of its version. MANIFEST: its file.
import fs from 'node:fs';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { check, section, done } from './lib.mjs';

await section('manifest.json', async () => {
  const manifest = JSON.parse(fs.readFileSync(process.env.MANIFEST, 'utf8'));
  const file = new URL(`./node_modules/@microsoft/app-manifest/build/json-schemas/teams/v${manifest.manifestVersion}/MicrosoftTeams.schema.json`, import.meta.url);
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const valid = ajv.compile(JSON.parse(fs.readFileSync(file, 'utf8')));
  check('it obeys the schema', valid(manifest), valid.errors);
});
done();
