"""Generated graphs: the same for everyone, of the size that was asked for, with what they promise."""

from collections import Counter

import pytest

from benchmarks import graphs


@pytest.mark.parametrize("size", [30, 100, 1000])
def test_a_chain_has_its_size_and_few_backward_edges(size: int) -> None:
    graph = graphs.chain(size)
    stage = {box["id"]: box["stage"] for box in graph["boxes"]}
    boxes, edges, _ = graphs.SIZES[size]
    assert (len(stage), len(graph["edges"])) == (boxes, edges)
    backward = sum(stage[edge["source"]] > stage[edge["target"]] for edge in graph["edges"])
    assert backward / edges < 0.1
    assert all(80 <= box["width"] <= 220 and 30 <= box["height"] <= 60 for box in graph["boxes"])


def test_few_boxes_have_most_of_the_edges() -> None:
    graph = graphs.chain(1000)
    degree = Counter(end for edge in graph["edges"] for end in (edge["source"], edge["target"]))
    hubs = sum(count for _, count in degree.most_common(100))
    assert hubs > sum(degree.values()) / 3


def test_the_same_seed_gives_the_same_graph_and_another_another() -> None:
    assert graphs.chain(30, 7) == graphs.chain(30, 7) != graphs.chain(30, 8)


def test_lanes_come_in_their_order_and_groups_are_of_different_sizes() -> None:
    assert tuple(dict.fromkeys(box["lane"] for box in graphs.laned()["boxes"])) == graphs.LANES
    counts = Counter(box.get("group") for box in graphs.grouped()["boxes"])
    assert counts["country 1"] > counts["country 12"]


def test_real_packages_need_each_other() -> None:
    graph = graphs.python_packages()
    assert {"id": "pytest", "width": 72.0, "height": 30.0} in graph["boxes"]
    assert ("pluggy", "pytest") in {(edge["source"], edge["target"]) for edge in graph["edges"]}


def test_boxes_that_go_take_their_edges_with_them() -> None:
    graph = graphs.chain(100)
    less = graphs.without(graph, 0.05)
    left = {box["id"] for box in less["boxes"]}
    assert len(left) == 95
    assert less["edges"] == [edge for edge in graph["edges"] if {edge["source"], edge["target"]} <= left]
