#!/usr/bin/env bash
# Installs the conformance runners, the Inspector and their Node 22 apart from the project's own packages, and runs
# them: the suites against the server's stack, the Inspector and today's client against the built program.
set -euo pipefail
cd "$(dirname "$0")/../.."
runner=test/conformance/runner
if ! cmp -s "$runner/package-lock.json" "$runner/node_modules/.installed"; then
  npm ci --prefix "$runner" --no-audit --no-fund --loglevel=error
  cp "$runner/package-lock.json" "$runner/node_modules/.installed"
fi
npx tsx test/conformance/run.ts
built=dist/src/cli/main.js
if [ ! -f "$built" ] || [ -n "$(find src tools agents evals -name '*.ts' -newer "$built" -print -quit)" ]; then
  npm run build
fi
ZHUJI_BUILT=1 npx vitest run --config test/vitest.config.ts --root . test/e2e/mcp-
