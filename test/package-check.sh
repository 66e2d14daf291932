#!/usr/bin/env bash
# Packs the built package, installs it into an empty folder and runs it there.
set -euo pipefail
cd "$(dirname "$0")/.."
manual=$PWD/test/fixtures/documents/manual-office.pdf
npx publint --strict
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm pack --silent --pack-destination "$folder" >/dev/null
cd "$folder"
npm init -y >/dev/null
npm i --no-audit --no-fund --silent ./zhuji-*.tgz
npx zhuji doctor
npx zhuji doctor --json | node -e '
  const { checks } = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
  if (!checks.length || checks.some(({ status }) => status === "failed")) process.exit(1);'
npx zhuji init plant --json >/dev/null
node --input-type=module -e '
  import { openWorkspace } from "zhuji";
  import { tools } from "zhuji/tools";
  import { agents } from "zhuji/agents";
  import { arms } from "zhuji/evals";
  const workspace = await openWorkspace("plant");
  console.log(workspace.id, tools.length, agents.length, arms.length);
  await workspace.close();'
# The PDF library's own files and the dictionary lie where the package looks for them.
cd plant
npx zhuji add "$manual" >/dev/null
npx zhuji search 'dismantle pipe joints' | grep -q '蓄能器' || { echo 'an English question found nothing in a Chinese PDF'; exit 1; }
