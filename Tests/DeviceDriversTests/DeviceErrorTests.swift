// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import Glibc
import Raster
import Testing

@Suite struct `Device errors` {
    @Test func `what follows from an error`() {
        #expect(DeviceError.absent("x").recovery == .reopen)
        #expect(DeviceError.gone("x").recovery == .reopen)
        #expect(DeviceError.busy("x").recovery == .retry)
        #expect(DeviceError.timedOut("x").recovery == .retry)
        #expect(DeviceError.mismatch("x").recovery == .person)
        #expect(DeviceError.denied(path: "x", remedy: "y").recovery == .person)
        #expect(DeviceError.writeFailed(what: "x", errno: EIO).recovery == .reopen)
        #expect(DeviceError.writeFailed(what: "x", errno: EAGAIN).recovery == .retry)
        #expect(DeviceError.writeFailed(what: "x", errno: ENOSPC).recovery == .person)
    }

    @Test func `reasons for not opening`() {
        #expect(DeviceError.opening("/dev/fb0", errno: ENODEV, group: "video") == .absent("/dev/fb0"))
        #expect(
            DeviceError.opening("/dev/fb0", errno: EACCES, group: "video")
                == .denied(path: "/dev/fb0", remedy: "add the service user to group video")
        )
        #expect(DeviceError.opening("/dev/fb0", errno: EBUSY, group: "video") == .busy("/dev/fb0"))
        #expect(
            DeviceError.opening("/dev/fb0", errno: EIO, group: "x") == .writeFailed(what: "open /dev/fb0", errno: EIO))
    }

    @Test func `messages name the system's reason`() {
        let error = DeviceError.writeFailed(what: "/dev/lp0", errno: ENOSPC)

        #expect("\(error)" == "/dev/lp0 failed: No space left on device (errno 28)")
    }

    @Test func `a display in memory keeps pictures, repeats none and fails when it is told to`() async throws {
        let display = MemoryDisplay(geometry: DisplayGeometry(width: 2, height: 2), limit: 2)
        let white = try Surface(width: 2, height: 2)
        let black = try Surface(width: 2, height: 2, color: .black)

        try await display.show(white, label: "a")
        try await display.show(white, label: "a")
        try await display.show(black, label: "b")
        await display.failNext(with: .busy("it"))
        await #expect(throws: DeviceError.busy("it")) { try await display.show(white, label: "c") }
        try await display.show(white, label: "d")

        #expect(await display.frames.map(\.label) == ["b", "d"])
    }
}
