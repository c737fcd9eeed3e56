// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Testing

@testable import DeviceDrivers

@Suite struct `Devices of a machine` {
    /// A machine whose USB devices are files.
    private struct Machine {
        let folder: TemporaryFolder
        let tree: DeviceTree

        init() throws {
            folder = try TemporaryFolder()
            tree = DeviceTree(
                system: "\(folder.path)/sys", devices: "\(folder.path)/dev", processes: "\(folder.path)/proc")
        }

        /// Plugs a device in; several nodes of one kind may come and go.
        func plug(_ node: String, kind: String = "usbmisc", serial: String?, product: String = "0e15") throws {
            let files = FileManager.default
            let device = "\(folder.path)/sys/devices/usb1/\(node)-device"
            let interface = "\(device)/1-1:1.0"
            try files.createDirectory(atPath: interface, withIntermediateDirectories: true)
            try "04b8\n".write(toFile: "\(device)/idVendor", atomically: true, encoding: .utf8)
            try "\(product)\n".write(toFile: "\(device)/idProduct", atomically: true, encoding: .utf8)
            if let serial { try "\(serial)\n".write(toFile: "\(device)/serial", atomically: true, encoding: .utf8) }
            try "MFG:EPSON;MDL:TM-T20III;\n".write(
                toFile: "\(interface)/ieee1284_id", atomically: true, encoding: .utf8)
            let entry = "\(folder.path)/sys/class/\(kind)/\(node)"
            try files.createDirectory(atPath: entry, withIntermediateDirectories: true)
            try files.createSymbolicLink(atPath: "\(entry)/device", withDestinationPath: interface)
        }

        func unplug(_ node: String, kind: String = "usbmisc") throws {
            try FileManager.default.removeItem(atPath: "\(folder.path)/sys/class/\(kind)/\(node)")
        }

        func path(_ node: String) -> String { "\(folder.path)/dev/usb/\(node)" }
    }

    @Test func `are known by their serial number`() throws {
        let machine = try Machine()
        try machine.plug("lp0", serial: "J5QF012345")

        let identity = machine.tree.identity(of: machine.path("lp0"))

        #expect(identity == .usb(vendor: "04b8", product: "0e15", serial: "J5QF012345"))
        #expect(identity?.fileName == "printer-usb-04b8-0e15-j5qf012345")
        #expect(machine.tree.selfDescription(of: machine.path("lp0")) == "MFG:EPSON;MDL:TM-T20III;")
    }

    @Test func `are found again under another name`() throws {
        let machine = try Machine()
        try machine.plug("lp0", serial: "A1")
        let place = DevicePlace(path: machine.path("lp0"), tree: machine.tree)
        _ = place.identity(of: try place.path())

        try machine.unplug("lp0")
        try machine.plug("lp3", serial: "A1")

        #expect(try place.path() == machine.path("lp3"))
    }

    @Test func `are not taken for another that has their name`() throws {
        let machine = try Machine()
        try machine.plug("lp0", serial: "A1")
        try machine.plug("lp1", serial: "B2")
        let place = DevicePlace(path: machine.path("lp0"), tree: machine.tree)
        _ = place.identity(of: try place.path())

        try machine.unplug("lp0")
        try machine.unplug("lp1")
        try FileManager.default.removeItem(atPath: "\(machine.folder.path)/sys/devices")
        try machine.plug("lp0", serial: "B2")

        #expect(throws: DeviceError.absent(machine.path("lp0"))) { try place.path() }
    }

    @Test func `without a number are what is at the path`() throws {
        let machine = try Machine()
        try machine.plug("lp0", serial: nil)
        let place = DevicePlace(path: machine.path("lp0"), tree: machine.tree)
        _ = place.identity(of: try place.path())

        try machine.unplug("lp0")

        #expect(try place.path() == machine.path("lp0"))
    }

    @Test func `are looked for by a number alone`() throws {
        let machine = try Machine()
        try machine.plug("ttyUSB1", kind: "tty", serial: "A50285BI", product: "6001")
        try machine.plug("lp0", serial: "C3")

        let place = DevicePlace(path: nil, serial: "A50285BI", tree: machine.tree)

        #expect(try place.path() == "\(machine.folder.path)/dev/ttyUSB1")
        #expect(throws: DeviceError.absent("the device with serial number X")) {
            try DevicePlace(path: nil, serial: "X", tree: machine.tree).path()
        }
    }

    @Test func `are said to be open in the program that has them open`() throws {
        let machine = try Machine()
        let files = FileManager.default
        let process = "\(machine.folder.path)/proc/812"
        try files.createDirectory(atPath: "\(process)/fd", withIntermediateDirectories: true)
        try files.createSymbolicLink(atPath: "\(process)/fd/5", withDestinationPath: machine.path("lp0"))
        try "cupsd\n".write(toFile: "\(process)/comm", atomically: true, encoding: .utf8)
        let place = DevicePlace(path: machine.path("lp0"), tree: machine.tree)

        let error = place.opening(machine.path("lp0"), errno: EBUSY, group: "lp")

        #expect(
            error.description
                == "\(machine.path("lp0")), opened by cupsd (process 812), is in use: stop the other program")
    }
}
