// Writes assets/designsystemet.css: Designsystemet's theme and the components listed beside this file, made one and
// minified, under its licence. The folder is not in git; the wheel ships it.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundle } from "lightningcss";

const beside = (path) => fileURLToPath(new URL(path, import.meta.url));
const packages = ["designsystemet-css", "designsystemet-theme"];
const read = (path) => readFileSync(beside(`../node_modules/@digdir/${path}`), "utf-8").trim();
const { code } = bundle({ filename: beside("designsystemet.css"), minify: true });
const made = packages.map((name) => `@digdir/${name} ${JSON.parse(read(`${name}/package.json`)).version}`);
const licences = new Set(packages.map((name) => read(`${name}/LICENSE`)));
mkdirSync(beside("../assets"), { recursive: true });
writeFileSync(beside("../assets/designsystemet.css"), `/*! ${made.join(", ")}\n\n${[...licences].join("\n\n")}\n*/\n${code}`);
