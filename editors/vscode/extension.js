// Starts `bulletlint lsp` for the languages that resumes are written in.
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

const LANGUAGES = [
  "markdown", "mdx", "plaintext", "latex", "html", "restructuredtext", "org", "typst", "json", "yaml",
];

let client;

async function activate() {
  const settings = vscode.workspace.getConfiguration("bulletlint");
  const [command, ...args] = settings.get("command");
  client = new LanguageClient(
    "bulletlint",
    "bulletlint",
    { command, args },
    {
      documentSelector: LANGUAGES.flatMap((language) => [
        { scheme: "file", language },
        { scheme: "untitled", language },
      ]),
      initializationOptions: { severity: settings.get("severity") },
    },
  );
  try {
    await client.start();
  } catch (error) {
    vscode.window.showErrorMessage(
      `bulletlint: \`${command}\` does not start. Install it with: pip install "bulletlint[lsp]"`,
    );
  }
}

function deactivate() {
  return client?.stop();
}

module.exports = { activate, deactivate };
