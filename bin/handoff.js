#!/usr/bin/env node
'use strict';
/*
 * Runs on any Node from version 6 on, so that an old one gets an answer instead of a syntax error or, from the
 * SQLite binding, a crash: nothing of the program is loaded before the version is known to be good.
 * Old syntax only. CommonJS, by bin/package.json.
 */
var childProcess = require('child_process');
var fs = require('fs');
var path = require('path');
var url = require('url');

var MIN_MAJOR = 22;
var MIN_MINOR = 22;
var EXIT_CONFIG = 78;
var EXIT_BUG = 70;
var FORWARDED_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** Set for the process that this file starts under a newer Node, and for no other. */
var RERUN_MARK = 'HANDOFF_RERUN';

// Node gives the real path of this file, also when it was called through the link in node_modules/.bin.
var root = path.dirname(__dirname);
var source = path.join(root, 'src', 'cli', 'main.ts');
var built = path.join(root, 'dist', 'cli', 'main.js');
var checkout = fs.existsSync(source);
var installedNode = path.join(root, 'node_modules', '.bin', 'node');

if (isNewEnough(process.versions.node)) {
  runHere();
} else if (checkout && process.env[RERUN_MARK] === undefined && fs.existsSync(installedNode)) {
  runUnder(installedNode);
} else {
  refuse();
}

function isNewEnough(version) {
  var parts = version.split('.').map(Number);
  return parts[0] > MIN_MAJOR || (parts[0] === MIN_MAJOR && parts[1] >= MIN_MINOR);
}

function runHere() {
  if (process.env[RERUN_MARK] !== undefined) followParent();
  import(url.pathToFileURL(checkout ? source : built).href)
    .then(function (program) {
      return program.main(process.argv.slice(2));
    })
    .then(
      function (exitCode) {
        process.exitCode = exitCode;
      },
      function (error) {
        console.error(error);
        process.exitCode = EXIT_BUG;
      },
    );
}

/** In a checkout `npm ci` brought a Node that is new enough: the same command line again, under that one. */
function runUnder(node) {
  var environment = Object.assign({}, process.env);
  environment[RERUN_MARK] = '1';
  var child = childProcess.spawn(node, [__filename].concat(process.argv.slice(2)), {
    env: environment,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  FORWARDED_SIGNALS.forEach(function (signal) {
    process.on(signal, function () {
      // A terminal sends Ctrl-C to the whole group: the child has it already.
      if (signal !== 'SIGINT' || !onTerminal()) child.kill(signal);
    });
  });
  child.on('error', function (error) {
    console.error(error);
    process.exitCode = EXIT_BUG;
  });
  child.on('exit', function (code, signal) {
    if (signal === null) {
      process.exitCode = code;
      return;
    }
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/** Nobody can forward SIGKILL: when the parent is gone, so is this process, as if it had been the one that was killed. */
function followParent() {
  delete process.env[RERUN_MARK];
  process.on('disconnect', function () {
    process.kill(process.pid, 'SIGKILL');
  });
  process.channel.unref();
}

function onTerminal() {
  return Boolean(process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY);
}

function refuse() {
  var next = checkout
    ? 'run "npm ci && npm run handoff -- ' + process.argv.slice(2).join(' ') + '": npm ci brings a Node of its own'
    : 'install Node ' + MIN_MAJOR + '.' + MIN_MINOR + ' or newer, then run the same command again';
  console.error(
    'handoff needs Node ' + MIN_MAJOR + '.' + MIN_MINOR + ' or newer, this is ' + process.versions.node + '\n' + next,
  );
  process.exitCode = EXIT_CONFIG;
}
