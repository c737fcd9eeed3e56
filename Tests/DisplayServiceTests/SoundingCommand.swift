// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Testing

@testable import DisplayService

@Suite(.timeLimit(.minutes(1))) struct `A sound that a program makes` {
    private static let environment = ["PATH": "/usr/bin:/bin", "TILLD_SECRET": "nobody's business"]

    private func sound(_ words: String..., patience: Duration = .seconds(10)) throws -> CommandSound {
        CommandSound(try #require(SoundSetting(command: words)), environment: Self.environment, patience: patience)
    }

    @Test func `gets its words as they are, and no shell reads them`() async throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "a b;$(id)").path

        try await sound("touch", file).play()

        #expect(FileManager.default.fileExists(atPath: file))
    }

    @Test func `gets none of the daemon's descriptors and secrets`() async throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "seen").path
        let script = """
            import os, sys
            names = sorted(int(x) for x in os.listdir('/proc/self/fd'))
            open(sys.argv[1], 'w').write(' '.join(map(str, names)) + ' ' + ' '.join(sorted(os.environ)))
            """
        // A descriptor that somebody forgot to close at an exec.
        let stray = open("/dev/null", O_RDONLY)
        defer { close(stray) }

        try await sound("python3", "-c", script, file).play()

        let seen = try String(contentsOfFile: file, encoding: .utf8).split(separator: " ")
        // Its own four, and the folder that it looks into.
        #expect(seen.filter { Int($0) != nil } == ["0", "1", "2", "3", "4"])
        #expect(!seen.contains("TILLD_SECRET") && seen.contains("PATH"))
    }

    @Test func `that does not end is ended, with all that it started`() async throws {
        let program = try SpawnedProgram(
            ["sh", "-c", "sleep 600 & wait"], input: [], environment: Self.environment)

        let early = program.waits(for: .milliseconds(1))
        SpawnedProgram.end(program.id)
        let all = program.waits(for: .seconds(10))
        let status = program.status()

        #expect(!early && all)
        #expect(status & 0x7F == SIGKILL)
        await #expect(throws: SoundError.tooLong(program: "sleep")) {
            try await sound("sleep", "600", patience: .milliseconds(1)).play()
        }
    }

    @Test func `is broken off at the end of the daemon, and does not begin again`() async throws {
        let sound = try sound("sleep", "600", patience: .seconds(600))

        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await sound.play() }
            sound.stop()
            try await tasks.waitForAll()
        }
        try await sound.play()
    }

    @Test func `is broken off in the middle`() async throws {
        let folder = try TemporaryFolder()
        let pipe = folder.url.appending(path: "pipe").path
        #expect(mkfifo(pipe, 0o600) == 0)
        let sound = try sound("sh", "-c", "echo begun > \"$0\"; exec sleep 600", pipe, patience: .seconds(600))

        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await sound.play() }
            let begun = try await BlockingThread.run {
                try FileHandle(forReadingFrom: URL(filePath: pipe)).readToEnd()
            }
            sound.stop()
            #expect(begun == Data("begun\n".utf8))
            // Nothing is thrown: it did not take too long, and it did not fail.
            try await tasks.waitForAll()
        }
    }

    @Test func `that cannot be started or fails says why`() async throws {
        await #expect(throws: SoundError.cannotStart(program: "no-such-program", errno: ENOENT)) {
            try await sound("no-such-program").play()
        }
        let failed = await #expect(throws: SoundError.self) { try await sound("false").play() }
        let unread = SoundSetting(device: "default")

        #expect(failed?.description.hasPrefix("false ended with status 1") == true)
        #expect(unread?.words == ["aplay", "-q", "-t", "wav", "-D", "default", "-"])
        #expect(SoundSetting(device: "-D") == nil && SoundSetting(device: "") == nil)
        #expect(SoundSetting(command: []) == nil && SoundSetting(command: [""]) == nil)
    }

    @Test func `reads a WAV file that another program understands`() async throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "read").path
        let script = """
            import io, sys, wave, struct
            file = sys.stdin.buffer.read()
            w = wave.open(io.BytesIO(file))
            n = w.getnframes()
            s = struct.unpack('<%dh' % n, w.readframes(n))
            loud = max(map(abs, s))
            open(sys.argv[1], 'w').write('%d %d %d %d %d %d %d %d' % (w.getnchannels(), w.getsampwidth(), w.getframerate(), n,
                10000 < loud < 32768, abs(s[0]) < 50 and abs(s[-1]) < 50,
                struct.unpack('<I', file[28:32])[0], struct.unpack('<I', file[4:8])[0] - len(file)))
            """
        let device = try #require(SoundSetting(device: "default"))
        let reading = SoundSetting(words: ["python3", "-c", script, file], input: device.input)

        try await CommandSound(reading, environment: Self.environment).play()

        #expect(try String(contentsOfFile: file, encoding: .utf8) == "1 2 22050 19845 1 1 44100 -8")
    }
}
