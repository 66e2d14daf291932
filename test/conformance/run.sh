#!/usr/bin/env bash
# Installs the conformance runners and their Node 22 apart from the project's own packages, and runs them.
set -euo pipefail
cd "$(dirname "$0")/../.."
runner=test/conformance/runner
if ! cmp -s "$runner/package-lock.json" "$runner/node_modules/.installed"; then
  npm ci --prefix "$runner" --no-audit --no-fund --loglevel=error
  cp "$runner/package-lock.json" "$runner/node_modules/.installed"
fi
exec npx tsx test/conformance/run.ts
