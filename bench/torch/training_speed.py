"""How many images a second Python's torch trains the same density network on.

Use: training_speed.py NETWORK.json f32|f32-channels-last|bf16-channels-last STEPS
The network is built from its description; losses and optimiser are those of the Java trainer.
"""
import json
import sys
import time

import torch
import torch.nn.functional as F

WARM_UP = 4


class Net(torch.nn.Module):
    def __init__(self, description):
        super().__init__()
        self.nodes = description["nodes"]
        self.layers = torch.nn.ModuleDict()
        for node in self.nodes:
            name = node["name"].replace(".", "_")
            if node["kind"] == "Convolution":
                kernel = node["kernel"]
                self.layers[name] = torch.nn.Conv2d(
                    node["from"], node["channels"], kernel, node["stride"], kernel // 2, bias=node["bias"])
            elif node["kind"] == "BatchNorm":
                self.layers[name] = torch.nn.BatchNorm2d(node["channels"], momentum=0.05)
            elif node["kind"] == "Dense":
                self.layers[name] = torch.nn.Linear(node["from"], node["channels"])

    def forward(self, image, covariates):
        values = {"image": image, "covariates": covariates}
        for node in self.nodes:
            x = [values[name] for name in node["inputs"]]
            values[node["name"]] = self.apply_node(node, x)
        return values

    def apply_node(self, node, x):
        kind = node["kind"]
        name = node["name"].replace(".", "_")
        if kind in ("Convolution", "BatchNorm", "Dense"):
            return self.layers[name](x[0])
        if kind == "Activation":
            function = node["function"]
            if function == "RELU":
                return F.relu(x[0], inplace=True)
            return {"SILU": F.silu, "SIGMOID": torch.sigmoid, "SOFTPLUS": F.softplus}[function](x[0])
        if kind == "Add":
            return x[0] + x[1]
        if kind == "Concat":
            return torch.cat([part.float() for part in x], 1)
        if kind == "Resize":
            return F.interpolate(x[0], scale_factor=2, mode="bilinear", align_corners=False)
        if kind == "GlobalPool":
            return x[0].float().mean((2, 3))
        if kind == "MaskedPool":
            features, masks = x[0].float().flatten(2, 3), x[1].float().flatten(2, 3)
            sums = torch.bmm(masks, features.transpose(1, 2))
            return (sums / (masks.sum(2, keepdim=True) + 1)).flatten(1)
        if kind == "Affine":
            return x[0].float() * torch.tensor(node["scale"]) + torch.tensor(node["offset"])
        if kind == "StopGradient":
            return x[0].detach()
        raise ValueError(kind)


def average(loss, weight):
    return (loss * weight).sum() / (weight.sum() + 1)


def loss_of(values, batch):
    values = {name: values[name].float() for name in (
        "map.half", "region.logits", "metal.logits", "map.means", "density.mean", "density.sd")}
    total = 5 * average(F.smooth_l1_loss(values["map.half"], batch["map"], reduction="none", beta=0.1), batch["map.weight"])
    logits, truth, weight = values["region.logits"], batch["regions"], batch["region.weight"]
    entropy = F.binary_cross_entropy_with_logits(logits, truth, reduction="none")
    p, t = logits.sigmoid() * weight, truth * weight
    dice = (1 - (2 * (p * t).sum((2, 3)) + 20) / (p.sum((2, 3)) + t.sum((2, 3)) + 20)).mean()
    total = total + 0.5 * (5 * average(entropy, weight.expand_as(entropy)) + dice)
    metal = F.binary_cross_entropy_with_logits(
        values["metal.logits"], batch["metal"], pos_weight=torch.tensor([5.0]), reduction="none")
    total = total + average(metal, weight)
    sd = values["density.sd"]
    difference = batch["density"] - values["density.mean"]
    nll = 0.5 * (difference * difference / (sd * sd) + (sd * sd).log()) * sd.detach()
    huber = F.smooth_l1_loss(difference, torch.zeros_like(difference), reduction="none", beta=0.5)
    total = total + average(nll + 0.5 * huber, batch["known"])
    regions = truth.shape[1]
    means = F.smooth_l1_loss(values["map.means"][:, :regions], batch["density"][:, :regions], reduction="none", beta=0.1)
    return total + 0.2 * sum(average(means[:, i], batch["known"][:, i]) for i in range(regions))


def main():
    description = json.load(open(sys.argv[1]))
    mode, steps = sys.argv[2], int(sys.argv[3])
    torch.set_num_threads(2)
    torch.manual_seed(1)
    n, rows, columns = description["batch"], description["rows"], description["columns"]
    half = (rows // 2, columns // 2)
    net = Net(description).train()
    batch = {
        "image": torch.rand(n, 1, rows, columns),
        "covariates": torch.rand(n, description["covariates"]),
        "map": torch.rand(n, 1, *half), "map.weight": torch.rand(n, 1, *half),
        "region.weight": torch.rand(n, 1, *half), "metal": torch.rand(n, 1, *half),
        "regions": torch.rand(n, description["regions"], *half),
        "density": torch.rand(n, description["sites"]), "known": torch.rand(n, description["sites"]),
    }
    if mode != "f32":
        net = net.to(memory_format=torch.channels_last)
        batch["image"] = batch["image"].contiguous(memory_format=torch.channels_last)
    optimiser = torch.optim.AdamW(net.parameters(), lr=1e-4, betas=(0.9, 0.99), weight_decay=0.03, foreach=True)
    shadow = [p.detach().clone() for p in net.parameters()]

    def step():
        optimiser.zero_grad(set_to_none=True)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=mode.startswith("bf16")):
            values = net(batch["image"], batch["covariates"])
        loss_of(values, batch).backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimiser.step()
        with torch.no_grad():
            torch._foreach_mul_(shadow, 0.998)
            torch._foreach_add_(shadow, list(net.parameters()), alpha=0.002)

    for _ in range(WARM_UP):
        step()
    before = time.perf_counter()
    for _ in range(steps):
        step()
    print("%.1f" % (steps * n / (time.perf_counter() - before)))


main()
