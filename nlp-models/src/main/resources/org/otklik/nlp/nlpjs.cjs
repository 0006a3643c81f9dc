// Trains NLP.js on texts and asks it about others, for the benchmark.
// Arguments: folder of node_modules, language, how many texts to warm up on, files of text TAB intent: to learn from, to be asked and
// timed, to be asked.
// Prints a line of train seconds TAB milliseconds a message TAB bytes held, then intent TAB score for each text that it is asked.
const fs = require('fs');
const path = require('path');
const { performance } = require('perf_hooks');

const [modules, language, warmUp, ...files] = process.argv.slice(2);

// The library talks of itself on standard output, which belongs to the answers.
for (const name of ['log', 'info', 'debug', 'warn']) {
  console[name] = () => {};
}
const { NlpManager } = require(path.join(modules, 'node-nlp'));

function rows(file) {
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.lastIndexOf('\t') > 0)
    .map((line) => [line.slice(0, line.lastIndexOf('\t')), line.slice(line.lastIndexOf('\t') + 1)]);
}

function held() {
  global.gc();
  return process.memoryUsage().heapUsed;
}

// Its own refusal ("None") is not taken for an answer: without a border it is compared by what it would say.
async function answer(manager, text) {
  const { classifications } = await manager.classify(language, text);
  const best = classifications.find((one) => one.intent !== 'None');
  return best ? `${best.intent}\t${best.score}` : 'None\t0';
}

async function main() {
  const [train, test, strangers] = files.map(rows);
  const manager = new NlpManager({ languages: [language], nlu: { log: false }, autoSave: false });
  const before = held();
  const started = performance.now();
  train.forEach(([text, intent]) => manager.addDocument(language, text, intent));
  await manager.train();
  const trained = performance.now();
  const bytes = held() - before;
  for (const [text] of train.slice(0, Number(warmUp))) {
    await answer(manager, text);
  }
  const answers = [];
  const asked = performance.now();
  for (const [text] of test) {
    answers.push(await answer(manager, text));
  }
  const perMessage = (performance.now() - asked) / test.length;
  for (const [text] of strangers) {
    answers.push(await answer(manager, text));
  }
  process.stdout.write(`${(trained - started) / 1000}\t${perMessage}\t${bytes}\n${answers.join('\n')}\n`);
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
